import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Announcement } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createComment, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { castVote, withdrawVote } from "@/lib/voting/commands";
import { CHOICES } from "@/lib/voting/types";

import { Hub } from "./hub";
import { readCatchUp } from "./queries";
import { openPage, type OpenPage } from "./testing";
import type { Standing } from "./types";

let hub: Hub;
let announcements: Announcement[];
let fence: Announcement;
let round: { id: string };
let ada: TeamViewer;
let bo: TeamViewer;
let cy: TeamViewer;
let page: OpenPage;
let read: number;

/** A blind round over three announcements that Ada and Bo mark, and Cy's page, which is told of it. */
async function makeWorld(): Promise<void> {
  await hub?.close();
  await resetDatabase();
  const conference = await createConference();
  const announcement = (slug: string) => createAnnouncement({ slug, conferenceId: conference.id });
  announcements = [await announcement("one"), await announcement("two"), await announcement("three")];
  fence = await announcement("fence");
  const team = await createTeam();
  [ada, bo] = [await createTeamViewer({ team }), await createTeamViewer({ team })];
  // A lead sees no more than others do.
  cy = await createTeamViewer({ team, role: "lead" });
  round = await createRound({
    teamId: team.id,
    conferenceId: conference.id,
    openedById: cy.personId,
    isBlind: true,
  });
  hub = new Hub(testDatabaseUrl(), 1);
  page = await openPage(hub, cy);
  read = 0;
}

beforeEach(makeWorld);
afterEach(() => hub.close());

type Doing = { by: "ada" | "bo" | "cy"; on: 0 | 1 | 2; choice: number | null; note: string };

const doing = (by: readonly Doing["by"][]) =>
  fc.record<Doing>({
    by: fc.constantFrom(...by),
    on: fc.constantFrom(0, 1, 2),
    choice: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 4 }),
    note: fc.constantFrom("", "Hidden words"),
  });

describe("a page of somebody who has not marked", () => {
  it("is told the same in two worlds that differ only in what is hidden", { timeout: 180_000 }, async () => {
    const doings = fc.array(doing(["ada", "bo"]), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(doings, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), async (done, others) => {
        const heard = await hearAll(done);
        // The same people mark the same at the same time, each time with another choice and other words.
        const changed = done.map((each) => ({
          ...each,
          choice: each.choice === null ? null : (others.next().value ?? 0),
          note: each.note ? "" : "Hidden words",
        }));
        expect(await hearAll(changed)).toEqual(heard);
        expect(heard.join()).not.toMatch(/adopt|investigate|ignore|split|Hidden/);
      }),
      { numRuns: 12 },
    );
  });

  it("is told no count by choice on what Cy has not marked, whatever Cy marked, withdrew and saw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing(["ada", "bo", "cy"]), { maxLength: 12 }), fc.nat(11), async (done, opensAt) => {
        await makeWorld();
        const marked = new Set<number>();
        let isBlind = true;
        for (const [n, each] of done.entries()) {
          if (n === opensAt) {
            isBlind = false;
            await testDb().round.update({ where: { id: round.id }, data: { isBlind } });
          }
          await doOnce(each);
          if (each.by === "cy") marked[each.choice === null ? "delete" : "add"](each.on);
          for (const { announcementId, tally, lean } of await tellUntilFence()) {
            const on = announcements.findIndex(({ id }) => id === announcementId);
            const isHidden = isBlind && !marked.has(on);
            expect(tally === null, `${n}`).toBe(isHidden);
            if (isHidden) expect(lean).toBeNull();
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  it("is told how many have marked, and the rest on marking too", async () => {
    await castVote(ada, { announcementId: announcements[0]?.id ?? "", choice: "adopt", note: "Hidden words" });
    expect(await tellUntilFence()).toMatchObject([{ marks: 1, tally: null, lean: null }]);

    await castVote(cy, { announcementId: announcements[0]?.id ?? "", choice: "ignore" });
    expect(await tellUntilFence()).toMatchObject([
      { marks: 2, tally: { adopt: 1, ignore: 1 }, lean: "split", mine: { choice: "ignore", note: "" } },
    ]);

    await withdrawVote(cy, { announcementId: announcements[0]?.id ?? "" });
    expect(await tellUntilFence()).toMatchObject([{ marks: 1, tally: null, lean: null, mine: null }]);
  });

  it("learns from catching up no more than from listening", async () => {
    const [one] = announcements;
    const announcementId = one?.id ?? "";
    await castVote(ada, { announcementId, choice: "adopt", note: "Hidden words" });
    await longAgo();
    await castVote(ada, { announcementId, choice: "ignore" });

    const { events } = await readCatchUp(cy, Date.now());

    // Not even that somebody thought again.
    expect(events.filter(({ kind }) => kind === "standings")).toEqual([]);
  });
});

async function hearAll(done: readonly Doing[]): Promise<string[]> {
  await makeWorld();
  const slugOf = new Map([...announcements, fence].map(({ id, slug }) => [id, slug]));
  const heard: string[] = [];
  for (const each of done) {
    await doOnce(each);
    heard.push(
      JSON.stringify(
        (await tellUntilFence()).map((told) => ({ ...told, announcementId: slugOf.get(told.announcementId) })),
      ),
    );
  }
  expect(page.text()).not.toMatch(/adopt|investigate|ignore|split|Hidden/);
  return heard;
}

async function doOnce({ by, on, choice, note }: Doing): Promise<void> {
  const viewer = { ada, bo, cy }[by];
  const announcementId = announcements[on]?.id ?? "";
  if (choice === null) await withdrawVote(viewer, { announcementId });
  else await castVote(viewer, { announcementId, choice: CHOICES[choice] ?? "adopt", note });
}

/** What the page was told since last time: a comment elsewhere is told after everything before it. */
async function tellUntilFence(): Promise<Standing[]> {
  const isFence = ({ announcementId }: Standing) => announcementId === fence.id;
  const comments = page.standings().filter(isFence).length;
  await createComment({ teamId: cy.teamId, announcementId: fence.id, authorId: ada.personId });
  await page.until(({ standings }) => standings().filter(isFence).length > comments);
  const told = page.standings().slice(read);
  read += told.length;
  return told.filter((standing) => !isFence(standing));
}

/** Puts everything that has happened an hour back, past the trigger that writes down when it did. */
async function longAgo(): Promise<void> {
  await testDb().$transaction([
    testDb().$executeRaw`ALTER TABLE tally DISABLE TRIGGER tally_changed`,
    testDb()
      .$executeRaw`UPDATE tally SET counted_at = now() - interval '1 hour', changed_at = now() - interval '1 hour'`,
    testDb().$executeRaw`ALTER TABLE tally ENABLE TRIGGER tally_changed`,
  ]);
}
