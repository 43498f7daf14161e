import { formatCount } from "@/lib/format/number";

import { aboutLine } from "../export/text";
import type { ExportAbout } from "../export/types";
import type { ShortlistNote, ShortlistRow } from "../types";

import { shortened } from "./decision-words";
import { factsOf } from "./handover";
import { blocks, inline, link, list, paragraphs, type Inline } from "./markdown-text";

/** An issue as GitHub's REST API takes it (POST /repos/{owner}/{repo}/issues). */
export type Issue = { title: string; body: string; labels: string[] };

/** How much of what people typed an issue holds: characters of each text, and notes. */
export type Cut = { text: number; notes: number };

/** From all of it to next to nothing, for whoever takes the first that fits. */
export const CUTS: readonly Cut[] = [
  { text: Infinity, notes: Infinity },
  { text: 2_000, notes: 20 },
  { text: 600, notes: 8 },
  { text: 200, notes: 2 },
  { text: 60, notes: 0 },
];

/** GitHub takes 65,536 characters in a body and 256 in a title. */
const MOST_BODY = 65_000;
const MOST_TITLE = 250;

/** The issue for an announcement of the shortlist, with as much of what people typed as GitHub takes. */
export function issueOf(row: ShortlistRow, about: ExportAbout, write: Inline = onGitHub): Issue {
  const issues = CUTS.map((cut) => () => cutIssue(row, about, { cut, write }));
  return firstThat(issues, ({ body }) => body.length <= MOST_BODY);
}

/** What the first of these makes that is good enough; what the last one makes when none is. */
export function firstThat<T>(makers: readonly (() => T)[], isGood: (made: T) => boolean): T {
  let made: T | undefined;
  for (const make of makers) {
    made = make();
    if (isGood(made)) return made;
  }
  if (made === undefined) throw new Error("Nothing to choose from");
  return made;
}

type How = { cut: Cut; write?: Inline };

/** The same with no more than a cut leaves; where something is left out it says where all of it is. */
export function cutIssue(row: ShortlistRow, about: ExportAbout, { cut, write = onGitHub }: How): Issue {
  const title = row.title.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim() || "Untitled";
  const most = Math.min(MOST_TITLE, cut.text);
  return {
    title: unreferenced(shortened(title, most)),
    body: bodyOf(row, about, { cut, write }),
    labels: ["debrief", about.conference.slug.slice(0, 50)],
  };
}

function bodyOf(row: ShortlistRow, about: ExportAbout, { cut, write }: Required<How>): string {
  const keep = (text: string) => shortened(text, cut.text);
  const facts = factsOf(row).map(({ name, text }) => `**${name}:** ${write(keep(text))}`);
  const reason = row.decision?.reason ?? "";
  const isCut = cut !== CUTS[0];
  return blocks([
    row.title.length > Math.min(MOST_TITLE, cut.text) && paragraphs(keep(row.title), write),
    list(facts),
    reason.trim() !== "" && `### Why\n\n${paragraphs(keep(reason), write)}`,
    row.notes.length > 0 && cut.notes > 0 && `### What the team wrote\n\n${notesOf(row.notes, { cut, write })}`,
    "### More",
    list([
      ...(row.link && !(isCut && row.link.length > 500) ? [link("What was announced", row.link)] : []),
      link("The announcement in Debrief, with its thread", row.address),
    ]),
    isCut && "Shortened: all of it is in Debrief.",
    write(keep(aboutLine("From the shortlist", about))),
  ]);
}

function notesOf(notes: readonly ShortlistNote[], { cut, write }: Required<How>): string {
  const shown = notes.slice(0, cut.notes).map(({ name, choice, note }) => {
    return `**${choice}**${name === null ? "" : `, ${write(shortened(name, cut.text))}`}: ${write(shortened(note, cut.text))}`;
  });
  const left = notes.length - shown.length;
  return list(left > 0 ? [...shown, `and ${formatCount(left, "note")} more`] : shown);
}

/** Draws nothing, and parts a sign from the name or number that it would refer to. */
const NOTHING = "\u200B";

/** Text in which GitHub finds nothing to refer to, in Markdown that shows it as it was typed. */
export function onGitHub(text: string): string {
  return inline(unreferenced(text));
}

/** The same for GitLab, which knows more signs: merge requests, milestones, epics, snippets, labels. */
export function onGitLab(text: string): string {
  return inline(unreferenced(text).replace(/[!%&$^~](?=[\w"])/g, `$&${NOTHING}`));
}

/**
 * Text that mentions nobody and refers to no issue, so that none is closed or told: GitHub looks for names and numbers in
 * what Markdown has made of a text, where a backslash does not help. Dependabot and Renovate part them the same way.
 */
function unreferenced(text: string): string {
  return text
    .replace(/(?<![A-Za-z0-9])@(?=[A-Za-z0-9])/g, `@${NOTHING}`)
    .replace(/#(?=\d)/g, `#${NOTHING}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${NOTHING}`)
    .replace(/:(?=\/\/)/g, `:${NOTHING}`);
}
