/** A conference as the palette leads to it. */
export type PaletteConference = {
  slug: string;
  name: string;
  announcements: number;
  /** How many of them the viewer can still mark: none once the round is closed. */
  left: number;
  /** How the team's round for it stands. */
  round: "none" | "open" | "closed";
};

/** What the palette asks for when it opens: the role as it is now, and the newest conferences, newest first. */
export type PaletteStart = {
  role: "member" | "lead";
  conferences: PaletteConference[];
};
