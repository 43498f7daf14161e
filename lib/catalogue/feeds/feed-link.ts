import { parse, type DefaultTreeAdapterTypes } from "parse5";

const FEED_TYPES = new Set(["application/rss+xml", "application/atom+xml", "application/feed+json"]);
/** The head of a page; what stands further down is not its own feed. */
const HEAD = 200_000;

/** The address of the feed that a web page names in its head, the first of several; null when it names none. */
export function feedLinkOf(html: string, url: string): string | null {
  if (!/<link\b/i.test(html.slice(0, HEAD))) return null;
  for (const attributes of linksIn(parse(html.slice(0, HEAD)))) {
    const { rel = "", type = "", href = "" } = attributes;
    const isFeed = rel.toLowerCase().split(/\s+/).includes("alternate") && FEED_TYPES.has(type.trim().toLowerCase());
    if (isFeed && href.trim() !== "" && URL.canParse(href, url)) return new URL(href, url).href;
  }
  return null;
}

function* linksIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<Partial<Record<string, string>>> {
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...node.childNodes];
  for (let next = open.shift(); next; next = open.shift()) {
    if (next.nodeName === "link" && "attrs" in next) {
      yield Object.fromEntries(next.attrs.map(({ name, value }) => [name, value]));
    }
    if ("childNodes" in next && next.nodeName !== "body") open.unshift(...next.childNodes);
  }
}
