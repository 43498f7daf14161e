import type { Role } from "@/lib/identity/types";

export type ShellTeam = { slug: string; name: string };

/** What the frame of every page shows. */
export type ShellProps = {
  person: { name: string; email: string; isAdmin: boolean };
  /** The team the page belongs to, with the viewer's role in it; null on pages that belong to none. */
  team: (ShellTeam & { role: Role }) | null;
  teams: readonly ShellTeam[];
};
