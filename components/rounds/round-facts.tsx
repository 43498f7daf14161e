import { formatDateTime } from "@/lib/format/date";
import type { RoundPage } from "@/lib/voting/rounds/queries";

import { OwnTime } from "./own-time";

type Props = {
  round: NonNullable<RoundPage["round"]>;
  members: number;
  /** Who opened it when, where the rest stands in a form. */
  isBrief: boolean;
};

/** A round as it stands, for everybody. */
export function RoundFacts({ round, members, isBrief }: Props) {
  const { openedBy, openedAt, closesAt, closedAt, timeZone, isBlind, quorum } = round;
  if (isBrief) {
    return (
      <p className="text-sm">
        Opened {formatDateTime(openedAt, timeZone)}, by {openedBy}.
      </p>
    );
  }
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 border-y border-line py-3 text-sm">
      <Fact name="Opened">
        {formatDateTime(openedAt, timeZone)}, by {openedBy}
      </Fact>
      <Fact name={closedAt ? "Closed" : "Closes"}>
        {formatDateTime(closedAt ?? closesAt, timeZone)}{" "}
        <span className="text-ink-3">
          <OwnTime at={closedAt ?? closesAt} zone={timeZone} />
        </span>
      </Fact>
      <Fact name="Time zone">{timeZone}</Fact>
      <Fact name="Others’ marks">{marksOf(isBlind, closedAt !== null)}</Fact>
      <Fact name="Quorum">
        {quorum} of {members}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 wrap-anywhere text-ink">{children}</dd>
    </>
  );
}

function marksOf(isBlind: boolean, isClosed: boolean): string {
  if (!isBlind) return "visible";
  return isClosed ? "were hidden until one had marked, visible now" : "hidden on what you have not marked";
}
