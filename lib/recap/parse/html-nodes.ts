import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.Node;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** True for elements, false for text, comments and the document itself. */
export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** An attribute's value, or null when the element has none. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((item) => item.name === name)?.value ?? null;
}

/** The elements below a node in document order, at most `limit` of them. */
export function elementsOf(root: Parent, limit = Infinity): Element[] {
  const found: Element[] = [];
  const queue: Node[] = [...root.childNodes].reverse();
  for (let node = queue.pop(); node && found.length < limit; node = queue.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child) queue.push(child);
    }
  }
  return found;
}

/** All text below a node, as it is written. */
export function textOf(root: Parent): string {
  const parts: string[] = [];
  const queue: Node[] = [...root.childNodes].reverse();
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    if ("childNodes" in node) queue.push(...[...node.childNodes].reverse());
  }
  return parts.join("");
}
