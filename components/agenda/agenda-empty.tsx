import Link from "next/link";

import { boardPath } from "@/components/paths";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import { formatCount } from "@/lib/format/number";

type Props = { head: ConferenceHead; teamSlug: string };

/** Why there is nothing to talk about, and what to do instead. */
export function AgendaEmpty({ head: { conference, counts, team }, teamSlug }: Props) {
  const board = <Link href={boardPath(teamSlug, conference.slug)}>board</Link>;
  if (counts.total === 0) {
    return (
      <Empty title="Nothing to talk about yet">
        {conference.name} has no announcements. They appear on the {board} once somebody reads a post in.
      </Empty>
    );
  }
  if (team.members <= 1) {
    return (
      <Empty title="A team of one cannot be split">
        Invite others from <Link href={`/teams/${teamSlug}/people`}>People</Link>: what they mark otherwise than you
        stands here.
      </Empty>
    );
  }
  return (
    <Empty title="Nothing to settle">
      Nobody’s marks stand against each other and no question is open
      {counts.left > 0 ? (
        <>
          , as far as you can see. {formatCount(counts.left, "announcement")} wait for your mark on the {board}.
        </>
      ) : (
        "."
      )}
    </Empty>
  );
}

function Empty({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid max-w-[60ch] gap-2 py-8">
      <h2 className="text-lg">{title}</h2>
      <p>{children}</p>
    </div>
  );
}
