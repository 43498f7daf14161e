import { formatDateTime } from "@/lib/format/date";
import { formatCount, formatNumber } from "@/lib/format/number";

import type { Came, TransferOutcome } from "./outcome";

/** What bringing a file in did, or would do, in sentences: of what there is nothing, nothing is said. */
export function outcomeSentences(outcome: TransferOutcome): string[] {
  const { announcements, people, votes, comments, decisions, history, hiddenMarks } = outcome;
  return [
    fromSentence(outcome),
    announcementsSentence(announcements),
    cameSentence("mark", votes),
    cameSentence("comment", comments),
    cameSentence("decision", decisions),
    history > 0 && `${formatCount(history, "line")} of history ${history === 1 ? "is" : "are"} new.`,
    people.members > 0 && `${formatCount(people.members, "person", "people")} found in the team by e-mail.`,
    people.authors > 0 && `${formatCount(people.authors, "person", "people")} known from an earlier file.`,
    newAuthors(people),
    hiddenMarks > 0 &&
      `${formatCount(hiddenMarks, "mark")} ${hiddenMarks === 1 ? "was" : "were"} hidden by a blind round and ${hiddenMarks === 1 ? "is" : "are"} not in the file.`,
    outcome.round === "brought" && "Its round comes as one that is closed.",
    outcome.round === "kept" && "Your team's own round stays as it is.",
  ].filter((sentence) => sentence !== false);
}

function fromSentence({ from, conference }: TransferOutcome): string {
  const made = conference.isNew ? ", a conference that is new here" : "";
  return `The file is of ${from.team}, as of ${formatDateTime(from.at)}, for ${conference.name}${made}.`;
}

function announcementsSentence({ added, known }: TransferOutcome["announcements"]): string | false {
  if (added + known === 0) return false;
  if (added === 0) return `${formatCount(known, "announcement")}, here already.`;
  const here = known > 0 ? `, ${formatNumber(known)} ${known === 1 ? "is" : "are"} here already` : "";
  return `${formatCount(added, "announcement")} ${added === 1 ? "is" : "are"} new${here}.`;
}

function cameSentence(noun: string, { added, changed, kept }: Came): string | false {
  if (added + changed + kept === 0) return false;
  const parts = [`${formatCount(added, noun)} ${added === 1 ? "is" : "are"} new`];
  if (changed > 0) parts.push(`${formatNumber(changed)} later than here`);
  if (kept > 0) parts.push(`${formatNumber(kept)} stay as they are here`);
  return `${parts.join(", ")}.`;
}

function newAuthors({ newAuthors: count, names }: TransferOutcome["people"]): string | false {
  if (count === 0) return false;
  const more = count - names.length;
  const who = `${names.join(", ")}${more > 0 ? ` and ${formatNumber(more)} more` : ""}`;
  return `${formatCount(count, "person has", "people have")} no account in your team and ${count === 1 ? "is" : "are"} named without one: ${who}.`;
}
