import { effortWords, reopenWords, said, targetWords } from "@/lib/shortlist/formats/decision-words";
import { escapeMarkdown } from "@/lib/shortlist/formats/markdown";

import { overruled, type Decision } from "../decisions/decision";
import { CHOICE_LABEL } from "../labels";
import type { Lean } from "../types";

import type { MeetingStep } from "./meeting-queries";

export type Outcome = {
  /** What a lead settled, in the order of the agenda. */
  settled: (MeetingStep & { decision: Decision })[];
  putOff: MeetingStep[];
  /** Neither of the two. */
  left: MeetingStep[];
};

/** What became of the steps of a meeting; what was put off and settled after all is settled. */
export function outcomeOf(steps: readonly MeetingStep[], later: readonly string[]): Outcome {
  const open = steps.filter(({ decision }) => !decision);
  return {
    settled: steps.flatMap((step) => (step.decision ? [{ ...step, decision: step.decision }] : [])),
    putOff: open.filter(({ slug }) => later.includes(slug)),
    left: open.filter(({ slug }) => !later.includes(slug)),
  };
}

type About = {
  conference: string;
  team: string;
  /** The address of the team's announcements, to which "/" and a slug are added. */
  announcements: string;
};

/** The outcome of a meeting as Markdown for minutes or a chat; what people typed is escaped and stays text. */
export function summaryOf({ settled, putOff, left }: Outcome, { conference, team, announcements }: About): string {
  const link = ({ slug, title }: MeetingStep) => `[${escapeMarkdown(title)}](<${announcements}/${slug}>)`;
  const decided = settled.map(({ decision, ...step }) => {
    const { choice, reason } = decision;
    const facts = factsOf(decision, step.lean).map(escapeMarkdown).join(", ");
    return `- **${CHOICE_LABEL[choice]}** ${link({ ...step, decision })} (${facts})${reason && `: ${escapeMarkdown(reason)}`}`;
  });
  const parts = [
    [`# ${escapeMarkdown(`Decisions of ${team}: ${conference}`)}`],
    decided.length > 0 ? decided : ["Nothing was settled."],
    ...listed("## Put off", putOff.map(link)),
    ...listed("## Not talked about", left.map(link)),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Who decided it, who carries it out until when, and when it is looked at again; plainly when most marked otherwise. */
function factsOf(decision: Decision, lean: Lean | null): string[] {
  const { choice, by, owner, target } = decision;
  const against = overruled(choice, lean);
  const [effort, again] = [effortWords(decision), reopenWords(decision)];
  return said([
    by.name,
    owner && `owner ${owner.name}`,
    target && targetWords(target),
    effort && `effort ${effort}`,
    again && `look again: ${again}`,
    against && `against the team’s lean to ${against}`,
  ]);
}

function listed(head: string, links: readonly string[]): string[][] {
  return links.length > 0 ? [[head], links.map((link) => `- ${link}`)] : [];
}
