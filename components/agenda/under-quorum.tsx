import Link from "next/link";

import { announcementPath } from "@/components/paths";
import { Count } from "@/components/ui/count";
import { formatNumber } from "@/lib/format/number";
import type { UnderQuorum as Rows } from "@/lib/voting/agenda/types";

/** What the round closed on with too few marks to say how the team stands. */
export function UnderQuorum({
  underQuorum: { quorum, rows, total },
  teamSlug,
}: {
  underQuorum: Rows;
  teamSlug: string;
}) {
  return (
    <section aria-labelledby="under-quorum" className="under-quorum">
      <h2 id="under-quorum">
        Not enough marks yet <Count of={total} />
      </h2>
      <ul>
        {rows.map(({ slug, title, marks }) => (
          <li key={slug}>
            <Link href={announcementPath(teamSlug, slug)} prefetch={false}>
              {title}
            </Link>
            <span>
              {marks} of quorum {quorum}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length && <p>and {formatNumber(total - rows.length)} more</p>}
    </section>
  );
}
