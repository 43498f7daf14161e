import type { Availability } from "../types";

/** What a listing says of an entry's state: its availability, or that it is going away. */
export type Status = Availability | "retired";

const STATES: readonly (readonly [RegExp, Status])[] = [
  [
    /^(?:retirements?|retire[sd]?|retiring|deprecat(?:ions?|ed)|end of (?:life|support|sale)|sunset|discontinued)$/i,
    "retired",
  ],
  [
    /^(?:now )?(?:in )?(?:(?:public|private|limited|gated|open|closed|developer|technical|tech) )?(?:preview|beta|alpha|early access)$/i,
    "preview",
  ],
  [
    /^(?:(?:now )?generally available|(?:in )?general availability|(?:now )?(?:in )?ga|launched|now available|available now)$/i,
    "ga",
  ],
  [/^(?:in development|coming(?: soon)?|planned|in the works|roadmap)$/i, "coming"],
];
const WORDS = String.raw`[a-z]+(?: [a-z]+){0,3}`;
const BRACKETED = new RegExp(String.raw`^\[(${WORDS})\]\s*`, "i");
const OPENING = new RegExp(String.raw`^(${WORDS})\s*(?::|\s[–—|-])\s+`, "i");
const CLOSING = new RegExp(String.raw`\s*(?:\s[–—|-]|:|\s\|)\s+(${WORDS})$|\s*\[(${WORDS})\]$`, "i");
/** Ways to say in a sentence that something goes away. */
const GOING_AWAY =
  /\b(?:(?:will|to|is|are|being|be) (?:be(?:ing)? )?(?:retired|retiring|deprecated|discontinued|sunset)|upcoming retirement|retirement of|end of (?:support|life|sale)|(?:deprecat(?:ing|ion of)|sunsetting|discontinuing) )/i;

/** A title without the states written before or after it, and the first of them; "retired" also when a sentence says so. */
export function readStatus(written: string): { title: string; status: Status | null } {
  let title = written.trim();
  let status: Status | null = null;
  for (const pattern of [BRACKETED, BRACKETED, OPENING, OPENING, CLOSING]) {
    const match = pattern.exec(title);
    const found = match && statusOf(match[1] ?? match[2] ?? "");
    if (!match || !found) continue;
    title = (match.index === 0 ? title.slice(match[0].length) : title.slice(0, match.index)).trim();
    status = moreTelling(status, found);
  }
  return { title, status: GOING_AWAY.test(title) ? "retired" : status };
}

/** The state that a word or two name; null for any other words. */
export function statusOf(words: string): Status | null {
  const state = words.trim().replace(/[\s_-]+/g, " ");
  return STATES.find(([pattern]) => pattern.test(state))?.[1] ?? null;
}

/** "[Launched] Public preview: …" is a preview: what was launched is said after. */
function moreTelling(before: Status | null, next: Status): Status {
  return before === "retired" ? before : next;
}
