import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Announcement, Conference } from "@/lib/db/generated/client";
import { removeMember } from "@/lib/identity/people";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createConference,
  createDecision,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { SHARE_KINDS } from "../export/types";
import { THEMES } from "../radar/theme";

import { revokeShare } from "./commands";
import { openShare, sharedFile } from "./open";
import { aShare } from "./testing";
import { readSharedView } from "./view";

let lead: TeamViewer;
let member: TeamViewer;
let conference: Conference;
let decided: Announcement;
let leaning: Announcement;

/** One announcement that is decided, with an owner, and one that leans; both with a note. */
beforeEach(async () => {
  await resetDatabase();
  const team = await createTeam({ name: "Walled Orchard" });
  lead = { ...(await createTeamViewer({ team, role: "lead" })), name: "Lena Lead" };
  member = { ...(await createTeamViewer({ team })), name: "Milo Member" };
  for (const { personId: id, name } of [lead, member]) await testDb().person.update({ where: { id }, data: { name } });
  conference = await createConference({ name: "Conf 2030", slug: "conf-2030" });
  decided = await createAnnouncement({ conferenceId: conference.id, title: "Quieter disks" });
  leaning = await createAnnouncement({ conferenceId: conference.id, title: "Builders that sleep" });
  const about = { teamId: team.id, announcementId: decided.id };
  await createDecision({ ...about, decidedById: lead.personId, ownerId: member.personId, reason: "Half the noise" });
  await createVote({ ...about, personId: member.personId, note: "Worth a fortnight" });
  await createVote({ ...about, announcementId: leaning.id, personId: member.personId, note: "Saves at night" });
});

/** A file as text; null when the link does not give it. */
async function textOf(secret: string, file: string, theme: string | null = null): Promise<string | null> {
  const shared = await sharedFile(secret, file, theme);
  return shared && new Response(shared.body).text();
}

/** Every file of a link, its page, and what else is told of it. */
async function everythingOf(secret: string): Promise<string> {
  const share = await openShare(secret);
  if (!share) throw new Error("The link is not open.");
  const files = await Promise.all(share.files.map((file) => textOf(secret, file)));
  return [JSON.stringify(await readSharedView(secret)), ...files].join("\n");
}

describe("a link", () => {
  it("gives the files of its kind, named after the conference, without names and notes unless it shows them", async () => {
    const { secret } = await aShare(lead, conference);

    const file = await sharedFile(secret, "shortlist.csv");
    expect(file).toMatchObject({ contentType: expect.stringContaining("text/csv") });
    expect(file?.name).toMatch(/^Conf 2030 shortlist \d{4}-\d{2}-\d{2}\.csv$/);
    await file?.body.cancel();
    const plain = await everythingOf(secret);
    expect(plain).toContain("Quieter disks");
    expect(plain).toContain("Half the noise");
    expect(plain).not.toMatch(/Lena|Milo|fortnight|at night|example\.com/);
  });

  it.each([
    [{ showsNotes: true }, /fortnight/, /Lena|Milo/],
    [{ showsPeople: true }, /Milo/, /fortnight/],
  ])("shows %j, and no more", async (given, told, kept) => {
    const { secret } = await aShare(lead, conference, given);

    const everything = await everythingOf(secret);
    expect(everything).toMatch(told);
    expect(everything).not.toMatch(kept);
  });

  it("shows what its filter lets through, and does not name whose it is", async () => {
    const { secret } = await aShare(lead, conference, { query: `owner=${member.personId}` });

    const everything = await everythingOf(secret);
    expect(everything).toContain("Quieter disks");
    expect(everything).not.toMatch(/Builders that sleep|Milo/);
    const view = await readSharedView(secret);
    expect(view?.about.filter).toBe("owner one person");
  });

  it("draws its picture in the theme that is asked for, or else as ever", async () => {
    const { secret } = await aShare(lead, conference, { kind: "radar" });

    const [light, dark, other] = [null, "dark", "<script>"].map((theme) => textOf(secret, "radar.svg", theme));
    expect(await light).toContain(THEMES.light.canvas);
    expect(await dark).toContain(THEMES.dark.canvas);
    expect(await other).toContain(THEMES.light.canvas);
    expect(await other).not.toContain("<script");
  });

  it("opens nothing under another secret, of another kind, once ended and once revoked", async () => {
    const { id, secret } = await aShare(lead, conference);
    const feed = await aShare(lead, conference, { kind: "feed" });
    expect(await textOf(secret, "shortlist.csv")).toContain("Quieter disks");

    expect(await textOf(`${secret}x`, "shortlist.csv")).toBeNull();
    expect(await textOf("", "shortlist.csv")).toBeNull();
    expect(await textOf(feed.secret, "shortlist.csv")).toBeNull();
    expect(await textOf(secret, "jira.csv")).toBeNull();
    expect(await textOf(secret, "constructor")).toBeNull();
    const setEnd = (expiresAt: Date) => testDb().shareLink.update({ where: { id }, data: { expiresAt } });
    await setEnd(new Date(Date.now() + 60_000));
    expect(await textOf(secret, "shortlist.csv")).toContain("Quieter disks");
    await setEnd(new Date(Date.now() - 1));
    expect([await textOf(secret, "shortlist.csv"), await openShare(secret)]).toEqual([null, null]);
    await setEnd(new Date(Date.now() + 60_000));
    await revokeShare(lead, { id });
    expect([await textOf(secret, "shortlist.csv"), await readSharedView(secret)]).toEqual([null, null]);
  });

  it("goes on working when whoever made it leaves the team", async () => {
    const other = await createTeamViewer({ team: await theTeam(), role: "lead" });
    const { secret } = await aShare(other, conference);

    expect(await removeMember(lead, { personId: other.personId })).toMatchObject({ ok: true });

    expect(await textOf(secret, "shortlist.csv")).toContain("Quieter disks");
  });

  it("shows nothing that a blind round hides, also when it was made before, until the round is closed", async () => {
    const all = { showsPeople: true, showsNotes: true };
    // Whoever makes the links has marked, and sees by it what the links must not.
    for (const { id: announcementId } of [decided, leaning]) {
      await createVote({ teamId: lead.teamId, announcementId, personId: lead.personId });
    }
    const links = await Promise.all(SHARE_KINDS.map((kind) => aShare(lead, conference, { kind, ...all })));
    const round = await createRound({
      ...{ teamId: lead.teamId, conferenceId: conference.id, openedById: lead.personId, isBlind: true },
    });

    for (const { secret } of links) {
      expect(await everythingOf(secret)).not.toMatch(/fortnight|at night|Builders that sleep|"adopt":[1-9]/);
    }
    const [shortlist] = links;
    expect((await readSharedView(shortlist?.secret ?? ""))?.about.hidden).toBe(2);
    await testDb().round.update({ where: { id: round.id }, data: { closedAt: new Date() } });
    expect(await everythingOf(shortlist?.secret ?? "")).toMatch(/Builders that sleep/);
  });
});

describe("when a link was last used", () => {
  const lastUse = async (id: string) => (await testDb().shareLink.findUniqueOrThrow({ where: { id } })).lastUsedAt;

  it("is noted when a file is given, and not moved again within a minute", async () => {
    const { id, secret } = await aShare(lead, conference);
    expect(await lastUse(id)).toBeNull();

    await textOf(secret, "shortlist.csv");
    const first = await vi.waitUntil(() => lastUse(id));
    await textOf(secret, "shortlist.csv");
    await openShare(secret);
    await settled();
    expect(await lastUse(id)).toEqual(first);

    const before = new Date(Date.now() - 61_000);
    await testDb().shareLink.update({ where: { id }, data: { lastUsedAt: before } });
    await openShare(secret);
    await vi.waitUntil(async () => ((await lastUse(id)) ?? before) > before);
  });

  it("is not noted for what the link does not give", async () => {
    const { id, secret } = await aShare(lead, conference);

    await textOf(secret, "feed.xml");
    await settled();

    expect(await lastUse(id)).toBeNull();
  });
});

/** What was sent to the database before has been done: the same connections answer in turn. */
async function settled(): Promise<void> {
  await Promise.all(Array.from({ length: 20 }, () => testDb().$executeRaw`SELECT pg_sleep(0.02)`));
}

async function theTeam() {
  return testDb().team.findUniqueOrThrow({ where: { id: lead.teamId } });
}
