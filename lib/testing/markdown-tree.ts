import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A node of Markdown as a reader of GitHub's flavour sees it. */
export type MarkdownNode = { type: string; value?: string; url?: string; children?: MarkdownNode[] };

/** Markdown as that reader sees it. */
export function markdownTree(text: string): MarkdownNode {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** A node and everything below it. */
export function* everyNode(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* everyNode(child);
}

/** The text that is shown of a node. */
export function textOf({ value = "", children = [] }: MarkdownNode): string {
  return value + children.map(textOf).join("");
}
