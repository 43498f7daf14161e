import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { readAnnouncement } from "@/lib/catalogue/announcement";
import { readBoard } from "@/lib/catalogue/board/queries";
import { parseBoardFilter } from "@/lib/catalogue/board/parse-filter";
import type { Announcement, Conference } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { readShortlist } from "@/lib/shortlist/queries";
import { createAnnouncement, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { everythingExported } from "@/lib/testing/exported";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVote, saveNote, withdrawVote } from "./commands";
import { teamOverview } from "./progress";
import { readMarked, voteHistory } from "./queries";

let conference: Conference;
let announcement: Announcement;
let ada: TeamViewer;
let lead: TeamViewer;

/** A blind round in which Ada has marked and her lead has not. */
beforeAll(async () => {
  const team = await createTeam();
  ada = await createTeamViewer({ team });
  lead = await createTeamViewer({ team, role: "lead" });
  conference = await createConference();
  announcement = await createAnnouncement({ conferenceId: conference.id });
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.personId, isBlind: true });
  await castVote(ada, { announcementId: announcement.id, choice: "adopt", note: "Hidden words" });
});

/** Everything that there is to read about the announcement, as text. */
async function everythingFor(viewer: TeamViewer): Promise<string> {
  const everywhere = parseBoardFilter({ view: "all" });
  return JSON.stringify([
    await readBoard(viewer, conference.slug, everywhere),
    await readAnnouncement(viewer, announcement.slug),
    await readShortlist(viewer, conference.slug),
    await readMarked(viewer, announcement.id),
    await voteHistory(viewer, announcement.id),
    await teamOverview(viewer),
    await everythingExported(viewer, conference.slug),
  ]);
}

describe("a blind round", () => {
  it("hides marks and notes from who has not marked, leads included, and says only how many have", async () => {
    const seen = await everythingFor(lead);
    expect(seen).not.toContain("Hidden words");
    expect(seen).not.toMatch(/"(choice|lean|mine)":"?\{?"?adopt/);
    const row = (await readBoard(lead, conference.slug, parseBoardFilter({ view: "all" })))?.rows[0];
    expect(row).toMatchObject({ marks: 1, tally: null, lean: null });
    expect((await readAnnouncement(lead, announcement.slug))?.team.waiting).toEqual({ people: [], total: 1 });
  });

  it("does not find by a lean that is hidden", async () => {
    const leaning = async (lean: string) =>
      (await readBoard(lead, conference.slug, parseBoardFilter({ view: "all", lean })))?.rows.length;
    expect([await leaning("adopt"), await leaning("ignore"), await leaning("split")]).toEqual([0, 0, 0]);
  });

  it("shows my own, and everything once I have marked; hides it again when I take my mark back", async () => {
    expect(await everythingFor(ada)).toContain("Hidden words");
    const cast = await castVote(lead, { announcementId: announcement.id, choice: "ignore" });
    expect(cast).toMatchObject({ ok: true, value: { marks: 2, tally: { adopt: 1, ignore: 1 }, lean: "split" } });
    expect(await everythingFor(lead)).toContain("Hidden words");
    const withdrawn = await withdrawVote(lead, { announcementId: announcement.id });
    expect(withdrawn).toMatchObject({ ok: true, value: { marks: 1, tally: null, lean: null } });
    expect(await everythingFor(lead)).not.toContain("Hidden words");
  });

  it("shows everything when it is closed, and takes no more marks", async () => {
    const closedAt = new Date();
    await testDb().round.updateMany({ where: { conferenceId: conference.id }, data: { closedAt } });
    expect(await everythingFor(lead)).toContain("Hidden words");
    const late = { ok: false, problem: { kind: "conflict", closedAt: closedAt.toISOString() } };
    expect(await castVote(lead, { announcementId: announcement.id, choice: "ignore" })).toMatchObject(late);
    expect(await withdrawVote(ada, { announcementId: announcement.id })).toMatchObject(late);
    const note = { announcementId: announcement.id, note: "Later", was: "Hidden words" };
    expect(await saveNote(ada, note)).toMatchObject(late);
    expect(await readMarked(ada, announcement.id)).toMatchObject({ mine: { choice: "adopt", note: "Hidden words" } });
  });

  it("takes marks again when its time is extended, and none when that is over", async () => {
    const change = (closesAt: Date) =>
      testDb().round.updateMany({ where: { conferenceId: conference.id }, data: { closedAt: null, closesAt } });
    await change(new Date(Date.now() + 3_600_000));
    expect(await castVote(lead, { announcementId: announcement.id, choice: "ignore" })).toMatchObject({ ok: true });
    await change(new Date(Date.now() - 1_000));
    const late = await castVote(lead, { announcementId: announcement.id, choice: "adopt" });
    expect(late).toMatchObject({ ok: false, problem: { kind: "conflict" } });
  });
});

/** Files that read the tables themselves, with what they need of them that hides nothing. */
const EXCEPTIONS: Record<string, string> = {
  "lib/catalogue/announcement.ts": "the viewer's own mark",
  "lib/catalogue/board/conditions.ts": "the viewer's own mark",
  "lib/catalogue/imports/staying.ts": "whether anybody has marked",
  "lib/catalogue/merging/activity.ts": "moves rows",
  "lib/catalogue/merging/queries.ts": "how many have marked, over all teams",
  "lib/catalogue/search/read-search.ts": "the viewer's own mark",
  "lib/db/check.ts": "recounts",
  "lib/live/changes.ts": "what changed when",
  "lib/live/standings.ts": "everybody's own mark, for each alone",
  "lib/transfer/write-marks.ts": "writes what is brought in, and what of it is here",
  "lib/shortlist/rows.ts": "how many members have not marked",
  "lib/voting/bulk.ts": "the viewer's own marks",
  "lib/voting/commands.ts": "the viewer's own mark",
  "lib/voting/marks.ts": "who has not marked, named only where marks are seen",
  "lib/voting/notices/tell-of-decisions.ts": "everybody's own mark, for each alone",
  "lib/voting/queries.ts": "the viewer's own mark",
  "lib/voting/since/events.ts": "how many somebody has marked; of what, only where it is seen",
  "lib/voting/triage/cards.ts": "the viewer's own mark",
  "lib/voting/triage/pass.ts": "the viewer's own marks and when they were made",
  "lib/voting/triage/queue.ts": "the viewer's own mark",
};

describe("reads of what others marked", () => {
  it("go through lib/voting/sight", () => {
    const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join("lib", file.replaceAll("\\", "/")))
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|^lib\/(db\/generated|testing)\//.test(file));
    const raw =
      /\b(?:FROM|JOIN|USING|UPDATE|INTO)\s+"?(?:vote|tally|vote_event)\b|\.(?:vote|tally|voteEvent)\.(?:find|count|group|aggregate)/;
    const reading = sources.filter((file) => raw.test(readFileSync(file, "utf8")));
    expect(reading.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  });
});
