import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { formatTarget } from "@/lib/voting/decisions/target";

import type { RadarItem } from "../export/types";

/** What a radar tells of an item beside its name and place: plain text, a line each, without empty ones. */
export type RadarText = { standing: string; reason: string; plan: string; about: string };

/** What is told of an item of a radar; an empty line where there is nothing to say. */
export function radarText(item: RadarItem): RadarText {
  return {
    standing: standingOf(item),
    reason: oneLine(item.decision?.reason ?? ""),
    plan: planOf(item),
    about: aboutOf(item),
  };
}

/** What an item is called: its title in one line, or its slug where nothing of a title can be seen. */
export function titleOf({ title, slug }: Pick<RadarItem, "title" | "slug">): string {
  return oneLine(title) || slug;
}

/** Text without line breaks, tabs and the spaces around it, for names and cells of one line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** An address that is safe to follow, or null: only the web's, never a script. */
export function webLink(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}

function standingOf({ ring, decision, tally }: RadarItem): string {
  if (decision) {
    const by = decision.by ? ` by ${oneLine(decision.by.name)}` : "";
    return `Decided: ${decision.choice}${by}, ${formatDay(decision.at)}.`;
  }
  if (!tally) return `Leans to ${ring}.`;
  const counts = `${formatNumber(tally.adopt)} adopt, ${formatNumber(tally.investigate)} investigate, ${formatNumber(tally.ignore)} ignore`;
  return `Leans to ${ring}, nobody has settled it: ${counts}.`;
}

function planOf({ decision }: RadarItem): string {
  if (!decision) return "";
  const { owner, target, effort, effortDays, reopenWhen, reopenOn } = decision;
  return [
    owner && `Owner: ${oneLine(owner.name)}.`,
    target && `Target: ${formatTarget(target)}.`,
    effort && `Effort: ${effort}${effortDays === null ? "" : `, ${effortDays} days`}.`,
    oneLine(reopenWhen) && `Reopen when: ${oneLine(reopenWhen)}`,
    reopenOn && `Look again on ${formatDay(reopenOn)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function aboutOf({ services, category, availability }: RadarItem): string {
  const named = services.map(oneLine).filter(Boolean);
  return [
    named.length > 0 && `Services: ${named.join(", ")}.`,
    `Category: ${CATEGORY_LABEL[category]}.`,
    AVAILABILITY_LABEL[availability] && `Availability: ${AVAILABILITY_LABEL[availability]}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
