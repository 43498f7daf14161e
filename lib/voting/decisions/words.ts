import { formatDay } from "@/lib/format/date";

import type { Decision, DecisionEvent } from "./decision";
import { formatTarget } from "./target";

/** What was done to a decision, in a line: "Ewan Fraser decided adopt · Q1 2021 · Priya Nair owns it". */
export function eventWords(event: DecisionEvent): string {
  const { kind, by, choice, reason, delivery, deliveryOn } = event;
  if (kind === "reopened") return `${by.name} reopened it${reason && `: ${reason}`}`;
  if (kind === "delivered")
    return `${by.name} set it to ${delivery}${deliveryOn === null ? "" : `, ${formatDay(deliveryOn)}`}`;
  return [`${by.name} decided ${choice}`, ...carriedOutWords(event)].join(" · ");
}

/** Until when and by whom, as far as it is said: "Q1 2021", "Priya Nair owns it". */
export function carriedOutWords({ target, owner }: Pick<Decision, "target" | "owner">): string[] {
  return [target && formatTarget(target), owner && `${owner.name} owns it`].filter((word) => word !== null);
}

/** Whether the day has come on which the team wanted to look at it again; `today` is YYYY-MM-DD. */
export function isTimeToLookAgain(decision: Pick<Decision, "choice" | "reopenOn"> | null, today: string): boolean {
  return decision !== null && decision.reopenOn !== null && decision.reopenOn <= today;
}
