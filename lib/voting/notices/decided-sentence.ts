import { formatCount, formatNumber } from "@/lib/format/number";

import type { NoticeContent } from "./kinds";

type Decided = Extract<NoticeContent, { kind: "decided" }>["data"];

/** The announcement that a notice of decisions is about; null when it is about several. */
export function oneDecided({ of, more, last }: Decided): Decided["last"] | null {
  return Object.keys(of).length + more === 1 ? last : null;
}

/**
 * What a lead decided of what somebody had to do with: "Ewan decided adopt: Graviton2. You own it." for one, and for several
 * how many: "Ewan decided 12 of what you marked. You own 2 of them."
 */
export function decidedSentence(by: string, decided: Decided, conference: string | null): string {
  const all = Object.values(decided.of);
  const [only] = all;
  const at = conference === null ? "" : ` at ${conference}`;
  const owned = all.filter(({ owns, choice }) => owns && choice !== null).length;
  if (only && oneDecided(decided)) {
    const done =
      only.choice === null ? `reopened “${decided.last.title}”` : `decided ${only.choice}: “${decided.last.title}”`;
    return `${by} ${done}${at}.${owned > 0 ? " You own it." : ""}`;
  }
  const reopened = all.filter(({ choice }) => choice === null).length;
  const settled = all.length - reopened + decided.more;
  const marked = all.every(({ hasMarked }) => hasMarked) ? "what you marked" : "what you marked, wrote on or own";
  const did = [
    settled > 0 && `decided ${formatNumber(settled)}`,
    reopened > 0 && `reopened ${formatNumber(reopened)}`,
  ].filter(Boolean);
  return `${by} ${did.join(" and ")} of ${marked}${at}.${owned > 0 ? ` You own ${formatCount(owned, "of them", "of them")}.` : ""}`;
}
