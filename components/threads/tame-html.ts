import type { Element, Parents, Properties, Root } from "hast";

/** What an element may keep: no identifiers, no classes, no styles, nothing that could clash or run. */
const KEPT = ["href", "start", "align", "checked"] as const;

/**
 * A rehype plugin: images become links with their description as text, so that reading a thread tells no other host that
 * it was read, and elements keep only the attributes that say something.
 */
export function tameHtml() {
  return (tree: Root) => tameChildren(tree, { isInLink: false });
}

function tameChildren(parent: Parents, { isInLink }: { isInLink: boolean }): void {
  parent.children.forEach((child, index) => {
    if (child.type !== "element") return;
    if (child.tagName === "img") {
      const text = { type: "text", value: describe(child) } as const;
      const href = typeof child.properties.src === "string" ? child.properties.src : "";
      parent.children[index] = isInLink
        ? text
        : { type: "element", tagName: "a", properties: { href }, children: [text] };
      return;
    }
    child.properties = kept(child.properties);
    tameChildren(child, { isInLink: isInLink || child.tagName === "a" });
  });
}

function describe({ properties: { alt, src } }: Element): string {
  return [alt, src].find((text) => typeof text === "string" && text.trim() !== "")?.toString() ?? "Image";
}

function kept(properties: Properties): Properties {
  return Object.fromEntries(KEPT.flatMap((name) => (name in properties ? [[name, properties[name]]] : [])));
}
