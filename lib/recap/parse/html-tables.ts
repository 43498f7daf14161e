import { attribute, elementsOf, isElement, type Element } from "./html-nodes";

/** What a table is for shows in its first cells. */
const LOOKED_AT = 1000;

/** True for a table that places parts of a page: with headings or lists in a cell, or several paragraphs. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, "role") ?? "")) return true;
  return elementsOf(table, LOOKED_AT).some(
    ({ tagName, childNodes }) =>
      /^(?:h[1-6]|ul|ol|table|article|main)$/.test(tagName) ||
      (tagName === "td" && childNodes.filter((child) => child.nodeName === "p").length > 1),
  );
}

/** The rows of a table, not those of tables inside it. */
export function rowsOf(table: Element): Element[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((part) => (part.tagName === "tr" ? [part] : part.childNodes.filter(isElement)));
}
