import type { Heading } from "../outline";
import type { Proposal } from "../propose/proposal";
import { ANNOUNCEMENTS_HEADING } from "../vocabulary";

import { note, type Post, type Signs } from "./types";

const NUMBERED = /^\W*(?:top )?#?\d{1,2}\s*[.):–—-]/i;
const EMOJI = /\p{Extended_Pictographic}/u;

/** Where in the post it stands, in which form, and what the post is. */
export function addPlaceSigns(signs: Signs, proposal: Proposal, post: Post): void {
  const { entry } = proposal;
  note(signs, `form ${formOf(proposal)}`, true);
  addSectionSigns(signs, entry.headings);
  note(
    signs,
    `${classOf(proposal)} ${post.document.codeBlocks > 2 ? "among code" : isRecap(post) ? "in a recap" : "in a post"}`,
    true,
  );
  note(signs, "numbered", NUMBERED.test(entry.block.text));
  note(signs, "emoji", EMOJI.test(entry.block.text.slice(0, 6)));
  note(signs, "nested", entry.parent !== null);
  note(signs, "parent announces", entry.parent !== null && ANNOUNCEMENTS_HEADING.test(entry.parent.block.text));
  note(signs, "parent names service", (entry.parent?.mentions.length ?? 0) > 0);
  const last = post.document.blocks.at(-1)?.place.end ?? 1;
  const at = entry.block.place.start / Math.max(last, 1);
  note(signs, "at the start", at < 0.06);
  note(signs, "at the end", at > 0.92);
  note(
    signs,
    "before any heading",
    entry.headings.every(({ role }) => role === "title") && entry.block.kind !== "heading",
  );
  signs.set("post newsiness", Math.min(post.newsiness, 30) / 10);
  note(signs, "post of no conference", !post.isOfConference);
  note(signs, `post promises ${post.promise ?? "nothing"}`, true);
  note(signs, "post titled by its conference", post.isTitledConference);
  signs.set("post code", Math.min(post.document.codeBlocks, 6) / 3);
}

/** The form an author gives: convention, level or nesting, and kind of marks. Announcements of one post share theirs. */
export function formOf({ convention, shape, entry, marks }: Proposal): string {
  const kinds = [...new Set(marks.filter(({ kind }) => kind !== "emphasis").map(({ kind }) => kind))].sort().join("+");
  switch (convention) {
    case "heading":
      if (NUMBERED.test(entry.block.text)) return "heading numbered";
      return `heading ${entry.block.depth === 7 ? "bold" : Math.min(entry.block.depth, 5)}${kinds === "" ? "" : " linked"}`;
    case "line":
      return `line ${entry.block.kind}${entry.block.kind === "item" && entry.block.depth > 0 ? " nested" : ""} ${shape}`;
    case "lead":
      return `lead ${entry.block.kind} ${entry.block.kind === "item" && entry.block.depth > 0 ? "nested " : ""}${kinds}`;
    case "announcing":
      return marks.length > 0 ? "announcing marked" : "announcing";
    case "inline":
      return `inline ${kinds}`;
    default:
      return convention;
  }
}

/** The same form promises more in a post that says it reviews a conference. */
function isRecap(post: Post): boolean {
  return post.promise === "news" || (post.isTitledConference && post.promise === null);
}

function classOf({ convention }: Proposal): string {
  if (convention === "heading" || convention === "lead" || convention === "line") return convention;
  return convention === "announcing" || convention === "address" ? "announcing" : "running text";
}

function addSectionSigns(signs: Signs, headings: readonly Heading[]): void {
  const inner = headings.at(-1);
  note(signs, `section ${inner?.role ?? "none"}`, true);
  if (!inner || inner.role === "title") return;
  note(signs, "section names service", inner.namesService);
  note(signs, "section announces", ANNOUNCEMENTS_HEADING.test(inner.text));
  const outer = headings.slice(0, -1).filter(({ role }) => role !== "title");
  note(
    signs,
    "within a happening",
    outer.some(({ role }) => role === "happening"),
  );
  note(
    signs,
    "within announcements",
    outer.some(({ role }) => role === "announcements"),
  );
}
