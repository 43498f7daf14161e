import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";

type Props = { teamSlug: string; conferenceSlug: string };

/** In place of the form while there is nothing to mark. */
export function RoundNothing({ teamSlug, conferenceSlug }: Props) {
  return (
    <div className="grid justify-items-start gap-3">
      <p>There is nothing to mark yet. Read a post in or follow a feed, then open the round.</p>
      <Link
        href={`/imports/new?team=${teamSlug}&conference=${conferenceSlug}`}
        prefetch={false}
        className={buttonClass("primary")}
      >
        Read a post in
      </Link>
    </div>
  );
}
