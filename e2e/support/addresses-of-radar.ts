import type { Address } from "./addresses";
import type { Estate } from "./estate";

const radar = ({ team, conference }: Estate) => `/teams/${team.slug}/conferences/${conference.slug}/radar`;

const TEAM_PAGE = { visitor: "to sign-in", stranger: 404, member: 200, lead: 200, admin: 404 } as const;

/** The radar's pages. */
export const radarAddresses: readonly Address[] = [
  {
    file: "teams/[team]/conferences/[conference]/radar/page.tsx",
    method: "GET",
    path: radar,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/radar/quadrants/page.tsx",
    method: "GET",
    path: (estate) => `${radar(estate)}/quadrants`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  {
    file: "teams/[team]/conferences/[conference]/radar/export/page.tsx",
    method: "GET",
    path: (estate) => `${radar(estate)}/export?format=byor&investigate=trial`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
];
