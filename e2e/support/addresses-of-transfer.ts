import type { Address } from "./addresses";

/** Where a team's file is brought in. */
export const TRANSFER_ADDRESSES: readonly Address[] = [
  {
    file: "teams/[team]/transfer/page.tsx",
    method: "GET",
    path: ({ team }) => `/teams/${team.slug}/transfer`,
    answers: { visitor: "to sign-in", stranger: 404, member: 403, lead: 200, admin: 404 },
  },
  // What is posted here has no file.
  {
    file: "teams/[team]/transfer/file/route.ts",
    method: "POST",
    path: ({ team }) => `/teams/${team.slug}/transfer/file?do=check`,
    form: () => ({}),
    answers: { visitor: 401, stranger: 404, member: 403, lead: 422, admin: 404 },
  },
];
