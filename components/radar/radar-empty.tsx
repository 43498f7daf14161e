import Link from "next/link";

import { boardPath, triagePath } from "@/components/paths";
import { formatCount } from "@/lib/format/number";
import type { Radar } from "@/lib/shortlist/radar/queries";

/** What to do while nothing has a ring. */
export function RadarEmpty({ teamSlug, radar }: { teamSlug: string; radar: Radar }) {
  const { conference, quorum } = radar;
  return (
    <div className="grid max-w-[60ch] gap-2 py-8">
      <h2 className="text-lg">Nothing on the radar yet</h2>
      <p>
        An announcement gets its ring when a lead decides it, or when{" "}
        {formatCount(quorum, "member has", "members have")} marked it and most agree.{" "}
        <Link href={triagePath(teamSlug, conference.slug)}>Mark what needs you</Link>, or go on with the{" "}
        <Link href={boardPath(teamSlug, conference.slug)}>board</Link>.
      </p>
    </div>
  );
}
