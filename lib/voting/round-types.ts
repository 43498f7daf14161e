/** A team's pass through a conference, as its pages show it. */
export type Round = {
  id: string;
  /** By the database's clock. In a closed round marks and notes stay as they are. */
  state: "open" | "closed";
  /** When it closes, or would have closed had no lead closed it before; ISO 8601, UTC. */
  closesAt: string;
  /** When it closed; null while it is open. */
  closedAt: string | null;
  /** The IANA zone in which the closing time was said: "Europe/London". */
  timeZone: string;
  /** How many marks an announcement needs before the team's lean counts. */
  quorum: number;
  /** While it is open, others' marks stay hidden on what one has not marked. */
  isBlind: boolean;
};
