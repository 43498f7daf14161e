/** A conference as the palette leads to it. */
export type PaletteConference = {
  slug: string;
  name: string;
  announcements: number;
  /** How many of them the viewer has not marked. */
  left: number;
};

/** What the palette asks for when it opens: the role as it is now, and the newest conferences, newest first. */
export type PaletteStart = {
  role: "member" | "lead";
  conferences: PaletteConference[];
};
