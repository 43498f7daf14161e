import type { Address } from "./addresses";
import type { Estate } from "./estate";

const shortlist = ({ team, conference }: Estate) => `/teams/${team.slug}/conferences/${conference.slug}/shortlist`;

/** Where what is decided becomes issues of a tracker. */
export const issueAddresses: readonly Address[] = [
  {
    file: "teams/[team]/conferences/[conference]/shortlist/github/page.tsx",
    method: "GET",
    path: (estate) => `${shortlist(estate)}/github?repo=octo-org/app`,
    answers: { visitor: "to sign-in", stranger: 404, member: 403, lead: 200, admin: 404 },
  },
];
