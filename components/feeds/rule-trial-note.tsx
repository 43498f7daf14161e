import type { RuleTrial } from "@/lib/catalogue/feeds/types";
import { STATE_LABEL } from "@/lib/catalogue/feeds/words";
import { formatCount } from "@/lib/format/number";

/** What a rule would catch of what is stored. */
export function RuleTrialNote({ trial: { caught, waiting, first } }: { trial: RuleTrial }) {
  return (
    <section role="status" className="rounded-md border border-line-strong bg-surface px-4 py-3 text-sm wrap-anywhere">
      <p className="font-medium text-ink">
        {caught === 0
          ? "Catches nothing of what is stored."
          : `Catches ${formatCount(caught, "stored item")}. ${formatCount(waiting, "waits", "wait")} for review and would be changed.`}
      </p>
      {first.length > 0 && (
        <ul className="mt-2 grid gap-1 text-ink-2">
          {first.map(({ title, state }, index) => (
            <li key={index}>
              {title} {state !== "waiting" && <span className="text-ink-3">({STATE_LABEL[state].toLowerCase()})</span>}
            </li>
          ))}
          {caught > first.length && (
            <li className="text-ink-3">and {formatCount(caught - first.length, "more", "more")}</li>
          )}
        </ul>
      )}
    </section>
  );
}
