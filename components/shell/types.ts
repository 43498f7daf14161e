export type ShellTeam = { slug: string; name: string };

/** What the frame of every page shows. */
export type ShellProps = {
  person: { name: string; email: string; isAdmin: boolean };
  /** The team the page belongs to; null on pages that belong to none. */
  team: ShellTeam | null;
  teams: readonly ShellTeam[];
};
