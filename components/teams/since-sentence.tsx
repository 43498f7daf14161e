import Link from "next/link";

import { announcementPath, boardPath } from "@/components/paths";
import { formatMoment } from "@/lib/format/date";
import { formatCount, formatNumber } from "@/lib/format/number";
import type { Place, RoundSet, SinceLine } from "@/lib/voting/since/types";
import type { Choice } from "@/lib/voting/types";

/** One thing that happened, as a sentence. */
export function SinceSentence({ teamSlug, line }: { teamSlug: string; line: SinceLine }) {
  return (
    <>
      {line.by && <b className="font-medium">{line.by.name}</b>} <What teamSlug={teamSlug} line={line} />
    </>
  );
}

function What({ teamSlug, line }: { teamSlug: string; line: SinceLine }) {
  switch (line.kind) {
    case "marked":
      return (
        <>
          marked {formatNumber(line.marks)} in <Conference teamSlug={teamSlug} of={line.conference} />
          {line.mostly && (
            <>
              , most of them <Chosen choice={line.mostly} />
            </>
          )}
        </>
      );
    case "marked-one":
      return (
        <>
          marked <Announcement teamSlug={teamSlug} of={line.announcement} />: <Chosen choice={line.choice} />
        </>
      );
    case "changed":
      return (
        <>
          changed <Announcement teamSlug={teamSlug} of={line.announcement} /> from <Chosen choice={line.from} /> to{" "}
          <Chosen choice={line.to} />
        </>
      );
    case "changed-many":
      return (
        <>
          changed {formatCount(line.marks, "mark")} in <Conference teamSlug={teamSlug} of={line.conference} />
        </>
      );
    case "withdrew":
      return (
        <>
          withdrew {formatCount(line.marks, "mark")} in <Conference teamSlug={teamSlug} of={line.conference} />
        </>
      );
    case "settled":
      return (
        <>
          settled <Announcement teamSlug={teamSlug} of={line.announcement} />: <Chosen choice={line.choice} />
          {line.reason && <>, {line.reason}</>}
        </>
      );
    case "reopened":
      return (
        <>
          reopened <Announcement teamSlug={teamSlug} of={line.announcement} />
        </>
      );
    case "delivered":
      return (
        <>
          set <Announcement teamSlug={teamSlug} of={line.announcement} /> to {line.delivery}
        </>
      );
    case "commented":
      return (
        <>
          commented on <Announcement teamSlug={teamSlug} of={line.announcement} />
          {line.excerpt === null ? `, ${formatNumber(line.comments)} times` : `: ${line.excerpt}`}
        </>
      );
    case "announced":
      return (
        <>
          <b className="font-medium">{formatCount(line.announcements, "new announcement")}</b> in{" "}
          <Conference teamSlug={teamSlug} of={line.conference} />
        </>
      );
    case "round-closed":
      return (
        <>
          {line.by ? "closed the round for" : "The round closed for"}{" "}
          <Conference teamSlug={teamSlug} of={line.conference} />
        </>
      );
    default:
      return (
        <>
          {ROUND_VERB[line.kind]} the round for <Conference teamSlug={teamSlug} of={line.conference} />, it closes{" "}
          <time dateTime={line.closesAt}>{formatMoment(line.closesAt, line.timeZone)}</time>
        </>
      );
  }
}

const ROUND_VERB: Record<RoundSet, string> = {
  "round-opened": "opened",
  "round-reopened": "reopened",
  "round-extended": "extended",
  "round-changed": "changed",
};

type Of = { teamSlug: string; of: Place };

function Announcement({ teamSlug, of: { slug, name } }: Of) {
  return (
    <Link href={announcementPath(teamSlug, slug)} prefetch={false} className={LINK}>
      {name}
    </Link>
  );
}

function Conference({ teamSlug, of: { slug, name } }: Of) {
  return (
    <Link href={boardPath(teamSlug, slug, { view: "all" })} prefetch={false} className={LINK}>
      {name}
    </Link>
  );
}

const LINK = "underline decoration-[color-mix(in_oklab,currentColor_40%,transparent)] underline-offset-2";

/** The word with its shape. */
function Chosen({ choice }: { choice: Choice }) {
  return (
    <span className={`${choice} whitespace-nowrap`}>
      <span className="shape mr-1 size-2! text-(--c)" aria-hidden />
      <span className="font-medium text-(--c-ink)">{choice}</span>
    </span>
  );
}
