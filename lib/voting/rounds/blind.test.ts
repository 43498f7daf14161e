import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { readAnnouncement } from "@/lib/catalogue/announcement";
import { LEANS, SORTS } from "@/lib/catalogue/board/filter";
import { parseBoardFilter } from "@/lib/catalogue/board/parse-filter";
import { readBoard } from "@/lib/catalogue/board/queries";
import { readConferenceHead } from "@/lib/catalogue/conference-head";
import { readPaletteStart } from "@/lib/catalogue/palette/queries";
import { readSearch } from "@/lib/catalogue/search/read-search";
import type { Announcement, Conference, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { readCatchUp } from "@/lib/live/queries";
import { readShortlist } from "@/lib/shortlist/queries";
import { createAnnouncement, createComment, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { everythingExported } from "@/lib/testing/exported";
import { createTeamViewer } from "@/lib/testing/viewers";
import { readThread } from "@/lib/threads/queries";

import { readMeeting } from "../agenda/meeting-queries";
import { readAgenda } from "../agenda/queries";
import { castVote } from "../commands";
import { readTeamMarks } from "../marks";
import { unseenNotices } from "../notices/queries";
import { teamOverview } from "../progress";
import { readMarked, voteHistory } from "../queries";
import { TRIAGE_ORDERS } from "../triage/ask";
import { parseTriageAsk } from "../triage/parse-ask";
import { readTriage } from "../triage/queries";
import { CHOICES, type Choice } from "../types";

import { readRound } from "./queries";

/*
 * In a blind round nothing that somebody reads depends on what others marked or wrote where they have not marked
 * themselves; only on whether. So everything is read twice, after marks that differ in just that, and must be the same.
 */

type Place = { conference: Conference; announcements: Announcement[] };

/** Everything a team's pages, routes and streams read; a new read is a line here. */
const READS: Record<string, (viewer: TeamViewer, place: Place) => Promise<unknown>> = {
  "the board in every order": (viewer, place) => Promise.all(SORTS.map((sort) => board(viewer, place, { sort }))),
  "the board by every lean": (viewer, place) => Promise.all(LEANS.map((lean) => board(viewer, place, { lean }))),
  "the board's search": (viewer, place) => Promise.all(WORDS.map((q) => board(viewer, place, { q }))),
  "triage in every order": (viewer, { conference }) =>
    Promise.all(TRIAGE_ORDERS.map((order) => readTriage(viewer, conference.slug, { order, isLater: false, at: null }))),
  "triage at each card": (viewer, place) =>
    each(place, ({ slug }) => readTriage(viewer, place.conference.slug, parseTriageAsk({ at: slug }))),
  "the head of a conference": (viewer, { conference }) => readConferenceHead(viewer, conference.slug),
  "an announcement": (viewer, place) => each(place, ({ slug }) => readAnnouncement(viewer, slug)),
  "its marks": (viewer, place) => each(place, ({ id }) => readTeamMarks(viewer, id)),
  "its tally": (viewer, place) => each(place, ({ id }) => readMarked(viewer, id)),
  "its history": (viewer, place) => each(place, ({ id }) => voteHistory(viewer, id)),
  "its thread": (viewer, place) => each(place, ({ id }) => readThread(viewer, id)),
  "the shortlist": (viewer, { conference }) => readShortlist(viewer, conference.slug),
  "its exports": (viewer, { conference }) => everythingExported(viewer, conference.slug),
  "the agenda": (viewer, { conference }) => readAgenda(viewer, conference.slug),
  "a meeting": (viewer, { conference }) => readMeeting(viewer, conference.slug, { since: null, at: null, later: [] }),
  "the team": (viewer) => teamOverview(viewer),
  "the round": (viewer, { conference }) => readRound(viewer, conference.slug),
  "what is told": (viewer) => unseenNotices(viewer),
  "the palette": (viewer) => readPaletteStart(viewer),
  "its search": (viewer) => Promise.all(WORDS.map((q) => readSearch(viewer, q))),
  "what changed": async (viewer) => inOrder((await readCatchUp(viewer, Date.now() - HOUR)).events),
};

const HOUR = 3_600_000;

/** What notes say, and what is looked for. */
const WORDS = ["zebrafish", "marmalade", "gantry"];

/** Ada and Bo mark what they like; Cy, their lead, is the one who looks. */
type World = Place & { team: Team; ada: TeamViewer; bo: TeamViewer; cy: TeamViewer };
let world: World;

async function makeWorld({ isBlind }: { isBlind: boolean }): Promise<World> {
  await resetDatabase();
  const team = await createTeam();
  const [ada, bo] = [await createTeamViewer({ team }), await createTeamViewer({ team })];
  const cy = await createTeamViewer({ team, role: "lead" });
  const conference = await createConference();
  const announcements: Announcement[] = [];
  for (const title of ["One", "Two", "Three"]) {
    announcements.push(await createAnnouncement({ title, conferenceId: conference.id }));
  }
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: cy.personId, isBlind, quorum: 2 });
  for (const { id } of announcements)
    await createComment({ teamId: team.id, announcementId: id, authorId: ada.personId });
  return { team, ada, bo, cy, conference, announcements };
}

/** What one of the others marks on one announcement, first and then instead. */
type Mark = { by: "ada" | "bo"; on: number; first: Said; then: Said };
type Said = { choice: Choice; note: string };

const said = fc.record({ choice: fc.constantFrom(...CHOICES), note: fc.constantFrom("", ...WORDS) });
const marks = fc.uniqueArray(
  fc.record({ by: fc.constantFrom("ada" as const, "bo" as const), on: fc.nat(2), first: said, then: said }),
  { selector: ({ by, on }) => `${by} ${on}`, minLength: 1 },
);

/** Has the others mark as they do in the first or in the other case, at moments that are the same in both. */
async function mark(which: "first" | "then", given: readonly Mark[]): Promise<void> {
  for (const { by, on, [which]: wanted } of given) {
    await castVote(world[by], { announcementId: idOf(on), ...wanted });
  }
  // That somebody was there is no secret, and would show in the order of activity.
  await testDb().$executeRaw`UPDATE tally SET last_activity_at = '2030-01-01'`;
}

async function everything(): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [name, ask] of Object.entries(READS)) {
    read[name] = JSON.stringify(await ask(world.cy, world)).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "then");
  }
  return read;
}

describe("a blind round", () => {
  it("reads the same, whatever others marked and wrote where one has not marked", async () => {
    await fc.assert(
      fc.asyncProperty(marks, fc.subarray([0, 1, 2]), async (given, mine) => {
        world = await makeWorld({ isBlind: true });
        for (const on of mine) await castVote(world.cy, { announcementId: idOf(on), choice: "adopt" });
        const open = given.filter(({ on }) => mine.includes(on));
        const hidden = given.filter(({ on }) => !mine.includes(on));
        await mark("first", open);
        await mark("first", hidden);
        const before = await everything();
        await mark("then", hidden);

        expect(await everything()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe("reading twice", () => {
  const given: Mark[] = [
    { by: "ada", on: 0, first: { choice: "adopt", note: "zebrafish" }, then: { choice: "ignore", note: "marmalade" } },
    { by: "bo", on: 0, first: { choice: "adopt", note: "" }, then: { choice: "adopt", note: "" } },
  ];

  beforeEach(async () => {
    world = await makeWorld({ isBlind: false });
  });

  it("tells every read that depends on what others mark when nothing is blind", async () => {
    await mark("first", given);
    const before = await everything();
    await mark("then", given);
    const after = await everything();

    const same = Object.keys(READS).filter((name) => before[name] === after[name]);
    expect(same).toEqual(["its thread", "the round", "what is told", "the palette", "its search"]);
  });
});

function idOf(on: number): string {
  return world.announcements[on]?.id ?? "";
}

function board(viewer: TeamViewer, { conference }: Place, asked: Record<string, string>) {
  return readBoard(viewer, conference.slug, parseBoardFilter({ view: "all", ...asked }));
}

function each<T>({ announcements }: Place, read: (announcement: Announcement) => Promise<T>): Promise<T[]> {
  return Promise.all(announcements.map(read));
}

/** What changed is told in the order in which it did. */
function inOrder(events: readonly unknown[]): string[] {
  const lines = events.flatMap((event) =>
    typeof event === "object" && event !== null && "standings" in event && Array.isArray(event.standings)
      ? event.standings.map((standing) => JSON.stringify(standing))
      : [JSON.stringify(event)],
  );
  return lines.toSorted();
}
