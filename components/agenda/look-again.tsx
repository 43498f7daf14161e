import Link from "next/link";

import { ReopenForm } from "@/components/decisions/reopen-form";
import { announcementPath } from "@/components/paths";
import { Count } from "@/components/ui/count";
import type { FormAction } from "@/lib/errors/form";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { LookAgain as Rows } from "@/lib/voting/agenda/types";

type Props = {
  lookAgain: Rows;
  teamSlug: string;
  /** Given to leads alone. */
  reopen: FormAction | null;
};

/** What was not adopted, and whose day to look at it again has come; leads open it again here. */
export function LookAgain({ lookAgain: { rows, total }, teamSlug, reopen }: Props) {
  return (
    <section aria-labelledby="look-again" className="look-again">
      <h2 id="look-again">
        Time to look again <Count of={total} />
      </h2>
      <ul>
        {rows.map(({ id, slug, title, decision }) => (
          <li key={id} className={decision.choice}>
            <Link href={announcementPath(teamSlug, slug)} prefetch={false}>
              {title}
            </Link>
            <p>
              <span className="shape" aria-hidden /> Decided {decision.choice}, {decision.by.name},{" "}
              {formatDay(decision.at)}
              {decision.reopenOn && `; to be looked at again from ${formatDay(decision.reopenOn)}`}
            </p>
            {decision.reopenWhen && <p className="look-again-when">Reopen when: {decision.reopenWhen}</p>}
            {reopen && (
              <ReopenForm
                announcementId={id}
                was={decision.at}
                action={reopen}
                asksWhy
                label={
                  <>
                    Reopen<span className="sr-only"> {title}</span>
                  </>
                }
              />
            )}
          </li>
        ))}
      </ul>
      {total > rows.length && <p>and {formatNumber(total - rows.length)} more</p>}
    </section>
  );
}
