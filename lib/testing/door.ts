import type { Team } from "@/lib/db/generated/client";
import type { Permission } from "@/lib/identity/permissions";
import type { PersonViewer, TeamViewer } from "@/lib/identity/types";

/** The team whose rows a door is tried on, and one of its leads. */
export type Home = { team: Team; lead: TeamViewer };

/** A read or command that takes a viewer, for the table of who may pass which. */
export type Door<V extends PersonViewer> = {
  /** The function's own name. */
  name: string;
  /** Which case of it, when it has several. */
  case?: string;
  /** Under which permission it runs; `person` asks for none beyond being signed in, `nobody` is refused to all. */
  permission: Permission | "person" | "nobody";
  /** Whether the input names a row of the team: somebody of another team must then be told that there is none. */
  namesRowOfTeam?: boolean;
  /** Calls it with an input that succeeds for whoever may. */
  call: (viewer: V, home: Home) => Promise<unknown>;
};
