import type { Address } from "./addresses";
import type { Estate } from "./estate";

const board = ({ team, conference }: Estate) => `/teams/${team.slug}/conferences/${conference.slug}`;

const LEADS = { visitor: "to sign-in", stranger: 404, member: 403, lead: 200, admin: 404 } as const;

/** What leads take away of a conference. */
export const documentAddresses: readonly Address[] = [
  {
    file: "teams/[team]/conferences/[conference]/shortlist/print/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/shortlist/print`,
    answers: LEADS,
  },
  {
    file: "teams/[team]/conferences/[conference]/export/[file]/route.ts",
    method: "GET",
    path: (estate) => `${board(estate)}/export/shortlist.csv`,
    answers: { ...LEADS, visitor: 401 },
  },
];
