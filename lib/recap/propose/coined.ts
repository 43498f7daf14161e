import type { Entry } from "../outline";
import { sentencesOf } from "../sentences";

import type { Proposal } from "./proposal";

const MAX_TEXT = 6000;
/** A word of a name, to its end: were it to stop at any hyphen, "A-A-A-A" could be read in too many ways. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}.+#-]*(?![\p{L}\p{N}.+#-])|v?\d[\p{L}\p{N}.]*|[a-z]{1,3}\p{Lu}[\p{L}\p{N}]*)`;
const NAME = String.raw`((?!v\d)${WORD}(?:[ -](?:(?:for|of|on|and|with|in) )?${WORD}){0,5})`;
/** The ways running text brings up a name that nobody knows yet. */
const WAYS = [
  String.raw`\b(?:called|named|dubbed|known as|codenamed|titled)\s+["“'‘*]*${NAME}`,
  String.raw`\bnew(?:est)?\s+(?:[\p{Ll}-]+\s+){0,2}${NAME}`,
  String.raw`(?:^|[.!?]\s+)(?:The |A )?${NAME},? (?:is|are|was|were) (?:a|an|the|now|also|coming|getting|launched|announced|introduced|released|available|in|here|generally)\b`,
  String.raw`(?:^|[.!?]\s+)(?:The )?${NAME} (?:will|now|can now|lets|gets|adds|brings|supports|launche[sd]|received|went|goes)\b`,
].map((way) => new RegExp(way, "gu"));
const COMMON_START =
  /^(?:The|This|That|These|Those|There|It|We|You|They|He|She|I|If|In|On|At|For|And|But|So|As|With|What|How|Why|When|While|Where|Here|Now|Also|All|Some|Many|Most|One|Another|Today|Yesterday|Our|My|Your|Their|To|From|By|Not|No|Each|Every|Both|After|Before|Once|Users?|Developers?|Customers?)(?:\s|$)/;

/** Names in capitals that running text introduces ("called X", "the new X", "X is a …"), known or not. */
export function proposeCoined(entries: readonly Entry[]): Proposal[] {
  return entries
    .filter(({ block }) => block.kind !== "heading" && block.text.length < MAX_TEXT)
    .flatMap((entry) =>
      sentencesOf(entry.block.text).flatMap(({ text }) => namesIn(text).map((title) => propose(entry, title, text))),
    );
}

function namesIn(sentence: string): string[] {
  const names = WAYS.flatMap((way) =>
    Array.from(sentence.matchAll(way), (match) => (match[1] ?? "").replace(/[.-]+$/, "")),
  );
  return [...new Set(names)].filter((name) => name.length > 2 && !COMMON_START.test(name));
}

function propose(entry: Entry, title: string, passage: string): Proposal {
  return { convention: "coined", entry, title, marks: [], passage, body: [entry], place: entry.block.place };
}
