import { sharedFiles } from "@/lib/shortlist/export/formats";
import { SHARE_KINDS } from "@/lib/shortlist/export/types";

import { documentAddresses } from "./addresses-of-documents";
import { issueAddresses } from "./addresses-of-issues";
import { radarAddresses } from "./addresses-of-radar";
import { TRANSFER_ADDRESSES } from "./addresses-of-transfer";
import type { Estate, Standing } from "./estate";

/** A status, or a redirect: to sign in and come back, to another page of ours. */
export type Answer = number | "to sign-in" | "to a page";

/** A page or route handler, with an address of the estate's and what each who comes is answered. */
export type Address = {
  /** Its file below app/. */
  file: string;
  /** What tells two rows of one file apart. */
  of?: string;
  method: "GET" | "POST";
  path: (estate: Estate) => string;
  /** Fields of the form that is posted. */
  form?: (estate: Estate) => Record<string, string>;
  answers: Record<Standing, Answer>;
  /** Says by design, to whoever holds the link or runs the installation, what else is the team's own. */
  tells?: readonly Standing[];
};

const EVERYBODY = { visitor: 200, stranger: 200, member: 200, lead: 200, admin: 200 } as const;
const SIGNED_IN = { ...EVERYBODY, visitor: "to sign-in" } as const;
const TEAM_PAGE = { visitor: "to sign-in", stranger: 404, member: 200, lead: 200, admin: 404 } as const;
const TEAM_ROUTE = { ...TEAM_PAGE, visitor: 401 } as const;
const LEADS = { visitor: "to sign-in", stranger: 200, member: 403, lead: 200, admin: 403 } as const;
const NOBODY = { visitor: 404, stranger: 404, member: 404, lead: 404, admin: 404 } as const;
const REDIRECTED = {
  visitor: "to a page",
  stranger: "to a page",
  member: "to a page",
  lead: "to a page",
  admin: "to a page",
} as const;

const board = ({ team, conference }: Estate) => `/teams/${team.slug}/conferences/${conference.slug}`;

/** Whoever holds a link may read what it shows; none of them is asked who they are. */
const SHARED = { answers: EVERYBODY, tells: ["visitor", "stranger", "admin"] } as const;

const shares = SHARE_KINDS.flatMap((kind): Address[] => [
  {
    file: "share/[secret]/page.tsx",
    of: kind,
    method: "GET",
    path: ({ shareSecrets }) => `/share/${shareSecrets[kind]}`,
    ...SHARED,
  },
  ...sharedFiles(kind).map((name) => ({
    file: "share/[secret]/[file]/route.ts",
    of: name,
    method: "GET" as const,
    path: ({ shareSecrets }: Estate) => `/share/${shareSecrets[kind]}/${name}`,
    ...SHARED,
  })),
]);

export const ADDRESSES: readonly Address[] = [
  {
    file: "page.tsx",
    method: "GET",
    path: () => "/",
    answers: { ...REDIRECTED, visitor: "to sign-in", admin: 200 },
  },
  { file: "sign-in/page.tsx", method: "GET", path: () => "/sign-in", answers: { ...REDIRECTED, visitor: 200 } },
  {
    file: "invitations/[token]/page.tsx",
    method: "GET",
    path: ({ invitationToken }) => `/invitations/${invitationToken}`,
    answers: EVERYBODY,
    tells: ["visitor", "stranger", "admin"],
  },
  // There is an admin: the link has done its work.
  { file: "setup/[token]/page.tsx", method: "GET", path: () => setupPath(), answers: NOBODY },

  {
    file: "teams/[team]/page.tsx",
    method: "GET",
    path: ({ team }) => `/teams/${team.slug}`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/palette/route.ts",
    method: "GET",
    path: ({ team }) => `/teams/${team.slug}/palette`,
    answers: TEAM_ROUTE,
  },
  {
    file: "teams/[team]/people/page.tsx",
    method: "GET",
    path: ({ team }) => `/teams/${team.slug}/people`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/announcements/[announcement]/page.tsx",
    method: "GET",
    path: ({ team, announcements }) => `/teams/${team.slug}/announcements/${announcements[0]?.slug}`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/announcements/[announcement]/merge/page.tsx",
    method: "GET",
    path: ({ team, announcements }) => `/teams/${team.slug}/announcements/${announcements[0]?.slug}/merge`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  {
    file: "teams/[team]/announcements/[announcement]/merge/page.tsx",
    of: "two announcements",
    method: "GET",
    path: ({ team, announcements: [keep, drop] }) =>
      `/teams/${team.slug}/announcements/${keep?.slug}/merge?with=${drop?.slug}`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  { file: "teams/[team]/conferences/[conference]/page.tsx", method: "GET", path: board, answers: TEAM_PAGE },
  {
    file: "teams/[team]/conferences/[conference]/rows/route.ts",
    method: "GET",
    path: (estate) => `${board(estate)}/rows?view=all`,
    answers: TEAM_ROUTE,
  },
  {
    file: "teams/[team]/conferences/[conference]/round/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/round`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/agenda/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/agenda`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/agenda/meeting/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/agenda/meeting?minutes=5&since=2026-01-08T17:00:00.000Z`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/facets/route.ts",
    method: "GET",
    path: (estate) => `${board(estate)}/facets?view=all`,
    answers: TEAM_ROUTE,
  },
  {
    file: "teams/[team]/conferences/[conference]/triage/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/triage`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/triage/cards/route.ts",
    method: "GET",
    path: (estate) => `${board(estate)}/triage/cards`,
    answers: TEAM_ROUTE,
  },
  {
    file: "teams/[team]/conferences/[conference]/triage/later/route.ts",
    method: "POST",
    path: (estate) => `${board(estate)}/triage/later`,
    form: ({ announcements }) => ({ later: String(announcements[2]?.id) }),
    answers: { ...TEAM_ROUTE, member: "to a page", lead: "to a page" },
  },
  {
    file: "teams/[team]/conferences/[conference]/shortlist/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/shortlist`,
    answers: TEAM_PAGE,
  },
  ...documentAddresses,
  {
    file: "teams/[team]/conferences/[conference]/shortlist/compare/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/shortlist/compare`,
    answers: TEAM_PAGE,
  },
  {
    file: "teams/[team]/conferences/[conference]/shares/page.tsx",
    method: "GET",
    path: (estate) => `${board(estate)}/shares`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  ...shares,
  ...[...issueAddresses, ...radarAddresses, ...TRANSFER_ADDRESSES],
  {
    file: "teams/[team]/search/route.ts",
    method: "GET",
    path: ({ team }) => `/teams/${team.slug}/search?q=disks`,
    answers: TEAM_ROUTE,
  },
  {
    file: "teams/[team]/votes/route.ts",
    method: "POST",
    path: ({ team }) => `/teams/${team.slug}/votes`,
    form: ({ announcements }) => ({ mark: `${announcements[1]?.id}:adopt` }),
    answers: { ...TEAM_ROUTE, member: "to a page", lead: "to a page" },
  },

  {
    file: "teams/[team]/notices/route.ts",
    method: "POST",
    path: ({ team }) => `/teams/${team.slug}/notices`,
    form: () => ({ upTo: "1" }),
    answers: { ...TEAM_ROUTE, member: "to a page", lead: "to a page" },
  },

  { file: "imports/page.tsx", method: "GET", path: () => "/imports", answers: LEADS },
  {
    file: "imports/page.tsx",
    of: "a team by name",
    method: "GET",
    path: ({ team }) => `/imports?team=${team.slug}`,
    answers: { ...LEADS, stranger: 403 },
  },
  { file: "imports/new/page.tsx", method: "GET", path: () => "/imports/new", answers: LEADS },
  {
    file: "imports/new/page.tsx",
    of: "a team by name",
    method: "GET",
    path: ({ team }) => `/imports/new?team=${team.slug}`,
    answers: { ...LEADS, stranger: 403 },
  },
  { file: "imports/feeds/page.tsx", method: "GET", path: () => "/imports/feeds", answers: LEADS },
  {
    file: "imports/feeds/page.tsx",
    of: "a team by name",
    method: "GET",
    path: ({ team }) => `/imports/feeds?team=${team.slug}`,
    answers: { ...LEADS, stranger: 403 },
  },
  {
    file: "imports/feeds/[feed]/page.tsx",
    method: "GET",
    path: ({ feedId }) => `/imports/feeds/${feedId}`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  {
    file: "imports/[import]/page.tsx",
    method: "GET",
    path: ({ importId }) => `/imports/${importId}`,
    answers: { ...TEAM_PAGE, member: 403 },
  },
  {
    file: "imports/[import]/targets/route.ts",
    method: "GET",
    path: ({ importId, candidateId }) => `/imports/${importId}/targets?candidate=${candidateId}&q=disks`,
    answers: { ...TEAM_ROUTE, member: 404 },
  },

  {
    file: "api/live/route.ts",
    method: "GET",
    path: ({ team }) => `/api/live?team=${team.slug}&since=1`,
    answers: TEAM_ROUTE,
  },

  { file: "account/page.tsx", method: "GET", path: () => "/account", answers: SIGNED_IN },
  {
    file: "admin/page.tsx",
    method: "GET",
    path: () => "/admin",
    answers: { visitor: "to sign-in", stranger: 404, member: 404, lead: 404, admin: 200 },
    tells: ["admin"],
  },
  {
    file: "theme/route.ts",
    method: "POST",
    path: () => "/theme",
    form: () => ({ theme: "dark" }),
    answers: REDIRECTED,
  },
  {
    file: "sign-out/route.ts",
    method: "POST",
    path: () => "/sign-out",
    form: () => ({}),
    answers: REDIRECTED,
  },
  { file: "healthz/route.ts", method: "GET", path: () => "/healthz", answers: EVERYBODY },
  { file: "api/auth/[...nextauth]/route.ts", method: "GET", path: () => "/api/auth/session", answers: EVERYBODY },
  // Without its own token next-auth leads to its page, whoever asks.
  {
    file: "api/auth/[...nextauth]/route.ts",
    method: "POST",
    path: () => "/api/auth/callback/credentials",
    form: () => ({ email: "olga@example.com", password: "guessed" }),
    answers: REDIRECTED,
  },
];

function setupPath(): string {
  return new URL(process.env.E2E_SETUP_LINK ?? "").pathname;
}
