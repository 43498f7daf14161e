import {
  agendaPath,
  boardPath,
  exportPath,
  radarPath,
  roundPath,
  sharesPath,
  shortlistPath,
  triagePath,
} from "@/components/paths";
import { THEMES } from "@/components/shell/theme";
import type { ShellTeam } from "@/components/shell/types";
import type { PaletteConference } from "@/lib/catalogue/palette/types";
import { formatNumber } from "@/lib/format/number";
import { can, type Permission } from "@/lib/identity/permissions";
import type { Role } from "@/lib/identity/types";

import type { Here } from "./here";
import type { Deed, PaletteEntry } from "./types";

/** Who opened the palette, where, and what there is. */
export type PaletteContext = {
  isAdmin: boolean;
  /** The role in `team`. */
  role: Role | null;
  team: ShellTeam | null;
  teams: readonly ShellTeam[];
  /** The newest first. */
  conferences: readonly PaletteConference[];
  here: Here;
};

/** What needs a permission; nothing else decides what is offered to whom. */
type Offer = {
  permission: Permission;
  entries: (context: PaletteContext) => readonly Omit<PaletteEntry, "group">[];
};

type InTeam = PaletteContext & { team: ShellTeam };

/** Pages and actions that the viewer may use, those of the conference they are in first. */
export function paletteEntries(context: PaletteContext): PaletteEntry[] {
  const { isAdmin, role } = context;
  const viewer = role ? { isAdmin, role } : { isAdmin };
  const allowed = ({ permission }: Offer) => can(viewer, permission);
  const drawn = (offers: readonly Offer[]) => offers.filter(allowed).flatMap(({ entries }) => entries(context));
  return GROUPS.flatMap(({ group, offers }) => drawn(offers).map((entry) => ({ ...entry, group }))).filter(
    ({ deed }) => !isHere(deed, context.here),
  );
}

/** Every permission that something is offered under, for the test that tries them all. */
export function offeredPermissions(): Permission[] {
  return GROUPS.flatMap(({ offers }) => offers.map(({ permission }) => permission));
}

const ACTIONS: readonly Offer[] = [
  {
    permission: "vote.cast",
    entries: inTeam(({ team, conferences, here }) => {
      const next = currentOr(conferences, here, ({ left }) => left > 0);
      if (!next) return [];
      const detail = `${formatNumber(next.left)} in ${next.name}`;
      return [
        go("mark", "Mark what needs me", triagePath(team.slug, next.slug), { detail, words: "triage vote todo" }),
      ];
    }),
  },
  {
    permission: "round.manage",
    entries: inTeam(({ team, conferences, here }) => {
      const of = currentOr(conferences, here, ({ announcements }) => announcements > 0);
      if (!of) return [];
      const href = roundPath(team.slug, of.slug);
      const label = { open: "Change or close the round", closed: "Reopen the round", none: "Open a round" }[of.round];
      return [go("round", label, href, { detail: of.name, words: "extend closing time blind quorum" })];
    }),
  },
  {
    permission: "import.create",
    entries: inTeam(({ team }) => [
      go("import", "Read a post in", `/imports/new?team=${team.slug}`, { words: "import recap paste upload source" }),
    ]),
  },
  {
    permission: "people.manage",
    entries: inTeam(({ team }) => [
      go("invite", "Invite somebody", `/teams/${team.slug}/people`, { words: "add member person link" }),
    ]),
  },
  {
    permission: "shortlist.export",
    entries: inTeam(({ team, conferences, here }) => {
      const of = conferences.find(({ slug }) => slug === here.conference);
      if (!of) return [];
      const file = (name: string) => exportPath(team.slug, of.slug, name);
      const words = "download save file";
      return [
        download("export-csv", "Export the shortlist as CSV", file("shortlist.csv"), { detail: of.name, words }),
        download("export-md", "Export the shortlist as Markdown", file("shortlist.md"), { detail: of.name, words }),
      ];
    }),
  },
  {
    permission: "account.change",
    entries: ({ here }) =>
      here.hasKeys ? [{ id: "keys", label: "Show the keys of this page", words: "shortcuts help", deed: KEYS }] : [],
  },
];

const PAGES: readonly Offer[] = [
  {
    permission: "team.read",
    entries: inTeam(({ team, conferences, here }) => {
      const of = conferences.find(({ slug }) => slug === here.conference);
      if (!of) return [];
      const detail = of.name;
      return [
        go("board", "Board", boardPath(team.slug, of.slug), { detail }),
        go("triage", "Triage", triagePath(team.slug, of.slug), { detail, words: "mark cards" }),
        go("agenda", "Agenda", agendaPath(team.slug, of.slug), { detail, words: "split disagreement meeting" }),
        go("shortlist", "Shortlist", shortlistPath(team.slug, of.slug), { detail }),
        go("radar", "Radar", radarPath(team.slug, of.slug), { detail, words: "rings quadrants picture blips" }),
      ];
    }),
  },
  {
    permission: "share.manage",
    entries: inTeam(({ team, conferences, here }) => {
      const of = conferences.find(({ slug }) => slug === here.conference);
      const words = "public read-only feed calendar backstage radar";
      return of ? [go("shares", "Share links", sharesPath(team.slug, of.slug), { detail: of.name, words })] : [];
    }),
  },
  {
    permission: "team.read",
    entries: inTeam(({ team }) => [
      go("team", "Conferences", `/teams/${team.slug}`, { detail: team.name, words: "home team progress" }),
      go("people", "People", `/teams/${team.slug}/people`, { detail: team.name, words: "members leads" }),
    ]),
  },
  {
    permission: "import.review",
    entries: inTeam(({ team }) => [
      go("imports", "Imports", `/imports?team=${team.slug}`, { words: "posts sources candidates review" }),
    ]),
  },
  {
    permission: "feed.manage",
    entries: inTeam(({ team }) => [
      go("feeds", "Feeds", `/imports/feeds?team=${team.slug}`, { words: "rss atom follow subscribe" }),
    ]),
  },
  {
    permission: "account.change",
    entries: () => [go("account", "Account", "/account", { words: "password name profile settings" })],
  },
  {
    permission: "installation.manage",
    entries: () => [go("admin", "Admin", "/admin", { words: "installation teams people" })],
  },
];

const CONFERENCES: readonly Offer[] = [
  {
    permission: "team.read",
    entries: inTeam(({ team, conferences }) =>
      conferences.map(({ slug, name, left }) =>
        go(`conference-${slug}`, name, boardPath(team.slug, slug), {
          ...(left > 0 && { detail: `${formatNumber(left)} to mark` }),
          words: "conference board",
        }),
      ),
    ),
  },
];

const YOURS: readonly Offer[] = [
  {
    permission: "account.change",
    entries: () =>
      THEMES.map((theme) => ({
        id: `theme-${theme}`,
        label: theme === "system" ? "Theme of the system" : `${theme === "light" ? "Light" : "Dark"} theme`,
        words: "switch appearance colours mode",
        deed: { kind: "theme", theme },
      })),
  },
  {
    permission: "account.change",
    entries: ({ team, teams }) =>
      teams
        .filter(({ slug }) => slug !== team?.slug)
        .map(({ slug, name }) => go(`team-${slug}`, `Switch to ${name}`, `/teams/${slug}`, { words: "change team" })),
  },
  {
    permission: "account.change",
    entries: () => [{ id: "sign-out", label: "Sign out", words: "log out leave", deed: { kind: "sign-out" } }],
  },
];

const GROUPS = [
  { group: "Actions", offers: ACTIONS },
  { group: "Pages", offers: PAGES },
  { group: "Conferences", offers: CONFERENCES },
  { group: "You", offers: YOURS },
] as const;

const KEYS: Deed = { kind: "keys" };

function inTeam(entries: (context: InTeam) => ReturnType<Offer["entries"]>): Offer["entries"] {
  return (context) => (context.team ? entries({ ...context, team: context.team }) : []);
}

/** The conference of the page when it fits, else the newest that does. */
function currentOr(
  conferences: readonly PaletteConference[],
  here: Here,
  fits: (conference: PaletteConference) => boolean,
): PaletteConference | undefined {
  const fitting = conferences.filter(fits);
  return fitting.find(({ slug }) => slug === here.conference) ?? fitting[0];
}

type More = Pick<PaletteEntry, "detail" | "words">;

function go(id: string, label: string, href: string, more: More = {}) {
  return { id, label, deed: { kind: "go", href }, ...more } as const;
}

function download(id: string, label: string, href: string, more: More = {}) {
  return { id, label, deed: { kind: "download", href }, ...more } as const;
}

/** What leads to the page one is on leads nowhere. */
function isHere(deed: Deed, { path }: Here): boolean {
  return deed.kind === "go" && deed.href === path;
}
