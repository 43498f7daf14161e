import { beforeEach, describe, expect, it } from "vitest";

import { castVote } from "@/lib/voting/commands";
import { db } from "@/lib/db/client";
import type { Announcement, Conference, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createComment,
  createConference,
  createRound,
  createSource,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { WHOLE_TRIAGE, type TriageAsk } from "./ask";
import { putOff } from "./commands";
import { readTriage, readTriageCards } from "./queries";

let team: Team;
let viewer: TeamViewer;
let colleague: TeamViewer;
let conference: Conference;

beforeEach(async () => {
  team = await createTeam();
  viewer = await createTeamViewer({ team });
  colleague = await createTeamViewer({ team });
  conference = await createConference();
});

describe("readTriage", () => {
  it("opens at the most talked about that needs a mark, with the next two in full", async () => {
    const [quiet, loud, louder, discussed, marked] = await announce("Quiet", "Loud", "Louder", "Discussed", "Marked");
    await mention(loud, 2);
    await mention(louder, 3);
    await mention(marked, 5);
    await createComment({ teamId: team.id, announcementId: discussed.id, authorId: colleague.personId });
    await mark(viewer, marked);

    const triage = await open();

    expect(triage.cards.map(({ title }) => title)).toEqual(["Louder", "Loud", "Discussed"]);
    expect(triage.hasMore).toBe(true);
    expect(triage.previous).toEqual({ slug: marked.slug, title: "Marked" });
    expect(triage.head.counts).toMatchObject({ total: 5, marked: 1 });
    expect(await titlesAfter(triage.cards.at(-1)?.cursor)).toEqual([quiet.title]);
  });

  it("says of a card all that is needed to mark it", async () => {
    const [{ id }] = await announce("Images");
    await db().announcement.update({ where: { id }, data: { figures: [{ text: "up to 10 GB largest image" }] } });
    const source = await createSource({ title: "Day 1 notes", url: "https://example.com/day-1" });
    await db().mention.create({
      data: { announcementId: id, sourceId: source.id, take: "One build.", excerpt: "They said" },
    });
    await createVote({
      teamId: team.id,
      announcementId: id,
      personId: colleague.personId,
      note: "Removes our tooling.",
    });

    const [card] = (await open()).cards;

    expect(card).toMatchObject({
      summary: "They said",
      figures: [{ figure: "up to 10 GB", about: "largest image" }],
      mentions: 1,
      takes: [{ source: "Day 1 notes", url: "https://example.com/day-1", take: "One build." }],
      mine: null,
      marks: 1,
      tally: { adopt: 1, investigate: 0, ignore: 0 },
      others: [{ personId: colleague.personId, choice: "adopt", note: "Removes our tooling." }],
    });
  });

  it("stands where the address says, marked or not, and goes on from there", async () => {
    const [, second, third] = await announce("One", "Three", "Two");
    await mark(viewer, second, "ignore", "Not for us.");

    const triage = await open({ at: second.slug, order: "category" });

    expect(triage.cards.map(({ title }) => title)).toEqual(["Three", "Two"]);
    expect(triage.cards[0]?.mine).toEqual({ choice: "ignore", note: "Not for us." });
    expect(triage.previous?.title).toBe("One");
    expect((await open({ at: third.slug, order: "category" })).previous?.title).toBe("Three");
  });

  it("starts from the top at an address of another conference or of nothing", async () => {
    await announce("One", "Two");
    const elsewhere = await createAnnouncement();

    for (const at of [elsewhere.slug, "nowhere"]) {
      expect((await open({ at })).cards.map(({ title }) => title)).toEqual(["One", "Two"]);
    }
  });

  it("puts first what still lacks its quorum, nearest to it, while the round is open", async () => {
    const [settled, nearly, untouched] = await announce("A settled", "B nearly", "C untouched");
    await openRound({ quorum: 2 });
    const another = await createTeamViewer({ team });
    for (const person of [colleague, another]) await mark(person, settled);
    await mark(colleague, nearly);

    expect((await open({ order: "closing" })).cards.map(({ id }) => id)).toEqual([nearly.id, untouched.id, settled.id]);
  });

  it("goes by the newest, and by category as the board does", async () => {
    const [first, second] = await announce("First", "Second");
    await db().announcement.update({
      where: { id: first.id },
      data: { createdAt: new Date("2030-01-01"), category: "storage" },
    });
    await db().announcement.update({
      where: { id: second.id },
      data: { createdAt: new Date("2030-01-02"), category: "storage" },
    });
    const third = await createAnnouncement({
      conferenceId: conference.id,
      title: "Third",
      category: "iot",
      createdAt: new Date("2029-01-01"),
    });

    expect((await open({ order: "newest" })).cards.map(({ id }) => id)).toEqual([second.id, first.id, third.id]);
    expect((await open({ order: "category" })).cards.map(({ id }) => id)).toEqual([third.id, first.id, second.id]);
  });

  it("says how the way went once all is marked", async () => {
    const [one, two] = await announce("One", "Two");
    await mark(viewer, one, "adopt");
    await mark(viewer, two, "ignore");

    const triage = await open();

    expect(triage.cards).toEqual([]);
    expect(triage.pass).toMatchObject({ mine: { adopt: 1, investigate: 0, ignore: 1 }, putOff: 0 });
  });

  it("is nothing for no conference, and empty for one without announcements", async () => {
    expect(await readTriage(viewer, "nowhere", WHOLE_TRIAGE)).toBeNull();
    expect((await open()).cards).toEqual([]);
  });
});

describe("in a blind round", () => {
  it("hides what others marked until the viewer has marked, and says how many have", async () => {
    const [hidden] = await announce("Hidden");
    await openRound({ isBlind: true });
    await createVote({ teamId: team.id, announcementId: hidden.id, personId: colleague.personId, note: "Psst." });

    const [before] = (await open()).cards;
    expect(before).toMatchObject({ marks: 1, tally: null, others: null, lean: null });
    expect(JSON.stringify(before)).not.toContain("Psst.");

    await mark(viewer, hidden);
    const [after] = (await open({ at: hidden.slug })).cards;
    expect(after?.others?.map(({ note }) => note)).toEqual(["Psst."]);
    expect(after?.tally).toEqual({ adopt: 2, investigate: 0, ignore: 0 });
  });

  it("orders by nothing that is hidden", async () => {
    const [, other] = await announce("A", "B");
    await openRound({ isBlind: true });
    await mark(colleague, other, "adopt");

    for (const order of ["talked", "newest", "category"] as const) {
      const before = (await open({ order })).cards.map(({ id }) => id);
      await db().vote.updateMany({ where: { teamId: team.id }, data: { choice: "ignore" } });
      expect((await open({ order })).cards.map(({ id }) => id)).toEqual(before);
    }
  });
});

describe("putOff", () => {
  it("takes an announcement out of the way until the rest is done, on every device", async () => {
    const [one, two, three] = await announce("One", "Three", "Two");
    await putOff(viewer, { announcementId: one.id, isPutOff: true });
    await putOff(viewer, { announcementId: two.id, isPutOff: true });

    const triage = await open();
    expect(triage.cards.map(({ id }) => id)).toEqual([three.id]);
    expect(triage.putOff).toBe(2);
    expect((await open({ isLater: true })).cards.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect((await readTriage(colleague, conference.slug, WHOLE_TRIAGE))?.putOff).toBe(0);
  });

  it("moves to the end what is put off again, and forgets what is taken back or marked", async () => {
    const [one, two, three] = await announce("One", "Three", "Two");
    for (const { id } of [one, two, three]) await putOff(viewer, { announcementId: id, isPutOff: true });
    await db().putOff.update({ where: keyOf(one), data: { at: new Date(Date.now() - 60_000) } });
    await putOff(viewer, { announcementId: one.id, isPutOff: true });
    await putOff(viewer, { announcementId: two.id, isPutOff: false });
    await mark(viewer, three);

    const triage = await open({ isLater: true });
    expect(triage.cards.map(({ id }) => id)).toEqual([one.id]);
    expect(triage.putOff).toBe(1);
    expect((await open()).cards.map(({ id }) => id)).toEqual([two.id]);
  });

  it("tells of no announcement that there is none", async () => {
    const answer = await putOff(viewer, { announcementId: crypto.randomUUID(), isPutOff: true });

    expect(answer).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });
});

describe("readTriageCards", () => {
  it("gives every announcement once on the way on, and back again", async () => {
    const titles = Array.from({ length: 17 }, (_, n) => `Widget ${String(n).padStart(2, "0")}`);
    await announce(...titles);
    const { cards } = await open();
    const seen = [...cards];
    for (let last = seen.at(-1); last;) {
      const more = await ask({ after: last.cursor });
      seen.push(...more.cards);
      last = more.hasMore ? more.cards.at(-1) : undefined;
    }

    expect(seen.map(({ title }) => title)).toEqual(titles);
    const back = await ask({ before: seen[10]?.cursor ?? "" });
    expect(back.cards.map(({ title }) => title)).toEqual(titles.slice(7, 10));
  });

  it("gives one by its address, and the one that it was merged into", async () => {
    const [kept] = await announce("Kept");
    await db().merge.create({ data: mergeOf(kept) });

    for (const at of [kept.slug, "dropped-twin"]) {
      expect((await ask({ at })).cards.map(({ id }) => id)).toEqual([kept.id]);
    }
  });

  it("starts from the top at a cursor that is none", async () => {
    await announce("One");

    expect((await ask({ after: "rubbish" })).cards).toHaveLength(1);
  });
});

async function open(given: Partial<TriageAsk> = {}) {
  const triage = await readTriage(viewer, conference.slug, { ...WHOLE_TRIAGE, ...given });
  if (!triage) throw new Error("There is no such conference.");
  return triage;
}

async function ask(given: { after?: string; before?: string; at?: string }) {
  const answer = await readTriageCards(viewer, conference.slug, {
    ...WHOLE_TRIAGE,
    after: null,
    before: null,
    ...given,
  });
  if (!answer) throw new Error("There is no such conference.");
  return answer;
}

async function titlesAfter(cursor = ""): Promise<string[]> {
  return (await ask({ after: cursor })).cards.map(({ title }) => title);
}

/** As many as titles are given, so that each can be named. */
async function announce<T extends string[]>(...titles: T): Promise<{ [K in keyof T]: Announcement }> {
  const made: Announcement[] = [];
  for (const title of titles) made.push(await createAnnouncement({ conferenceId: conference.id, title }));
  return made as { [K in keyof T]: Announcement };
}

async function mention({ id }: Announcement, times: number) {
  for (let time = 0; time < times; time += 1) {
    await db().mention.create({ data: { announcementId: id, sourceId: (await createSource()).id } });
  }
}

async function mark(person: TeamViewer, { id }: Announcement, choice = "adopt", note = "") {
  await castVote(person, { announcementId: id, choice, note });
}

async function openRound(given: { quorum?: number; isBlind?: boolean }) {
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: viewer.personId, ...given });
}

function keyOf({ id }: Announcement) {
  const { teamId, personId } = viewer;
  return { teamId_personId_announcementId: { teamId, personId, announcementId: id } };
}

function mergeOf({ id }: Announcement) {
  return {
    ...{ keptId: id, droppedId: crypto.randomUUID(), droppedSlug: "dropped-twin", droppedTitle: "Twin" },
    ...{ mergedById: viewer.personId, remembered: {} },
  };
}
