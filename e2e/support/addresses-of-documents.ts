import { exportedFiles } from "@/lib/shortlist/export/formats";

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
  ...exportedFiles().map(({ file, permission }) => ({
    file: "teams/[team]/conferences/[conference]/export/[file]/route.ts",
    of: file,
    method: "GET" as const,
    path: (estate: Estate) => `${board(estate)}/export/${file}`,
    answers: { ...LEADS, visitor: 401, member: permission === "team.read" ? 200 : 403 } as const,
  })),
];
