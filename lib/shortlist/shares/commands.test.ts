import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import type { Conference } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createConference, createDecision } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { createShare, LIVE_LIMIT, revokeShare } from "./commands";
import { listShares, queryWords } from "./queries";
import { aShare, shareInput } from "./testing";

let lead: TeamViewer;
let conference: Conference;

beforeEach(async () => {
  await resetDatabase();
  lead = await createTeamViewer({ role: "lead" });
  conference = await createConference({ slug: "conf-2030" });
});

describe("a new link", () => {
  it("has a secret of 256 bits in its address, of which nothing but the hash is kept anywhere", async () => {
    const made = await createShare(lead, shareInput(conference, { label: "Wiki" }));
    if (!made.ok) throw new Error(made.problem.message);

    const { address, id } = made.value;
    expect(address).toMatch(/^http:\/\/localhost:\d+\/share\/[\w-]{43}$/);
    const secret = address.slice(-43);
    const [row] = await testDb().shareLink.findMany();
    expect(row).toMatchObject({ id, kind: "shortlist", label: "Wiki", showsPeople: false, showsNotes: false });
    expect(row?.secretHash).toMatch(/^[0-9a-f]{64}$/);
    const events = await testDb().auditEvent.findMany();
    expect(events).toMatchObject([{ action: "share.made", subjectId: id, actorId: lead.personId }]);
    const kept = JSON.stringify([row, events.map(({ data, subjectId }) => ({ data, subjectId }))]);
    expect(kept).not.toContain(secret);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(row?.secretHash);
  });

  it("is another one each time", async () => {
    const secrets = await Promise.all([1, 2, 3].map(() => aShare(lead, conference)));

    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(3);
  });

  it.each([
    ["a kind there is none of", { kind: "everything" }, "Choose what the link shows."],
    ["no kind", { kind: "" }, "Choose what the link shows."],
    ["a label that is too long", { label: "x".repeat(81) }, "Use at most 80 characters."],
    ["a day that is over", { until: "2020-01-01" }, "Choose a day after today: the link works until the end of it."],
    ["no end chosen", { until: "" }, "Choose the last day on which the link works, or let it work for good."],
    ["a query of no end", { query: `q=${"x".repeat(2_000)}` }, /^The filter is too long/],
  ])("is refused for %s, and nothing is stored", async (_, given, message) => {
    const refused = await createShare(lead, shareInput(conference, given));

    expect(refused).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    if (!refused.ok) expect(refused.problem.message).toMatch(message);
    expect(await testDb().shareLink.count()).toBe(0);
    expect(await testDb().auditEvent.count()).toBe(0);
  });

  it.each(["nowhere", "no slug/at all", ""])("is refused for the conference %j", async (slug) => {
    const refused = await createShare(lead, shareInput({ slug }));

    expect(refused).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });

  it("is refused beyond as many as work, which say nothing of another conference or of those that have ended", async () => {
    const { id } = await aShare(lead, conference);
    const [row] = await testDb().shareLink.findMany();
    if (!row) throw new Error("The link is not stored.");
    await testDb().shareLink.createMany({
      data: Array.from({ length: LIVE_LIMIT - 1 }, () => ({ ...row, id: randomUUID(), secretHash: randomUUID() })),
    });

    const full = await createShare(lead, shareInput(conference));
    expect(full).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    if (!full.ok) expect(full.problem.message).toMatch(/^There are 100 links .* Revoke one/);
    expect(await createShare(lead, shareInput(await createConference()))).toMatchObject({ ok: true });
    await revokeShare(lead, { id });
    expect(await createShare(lead, shareInput(conference))).toMatchObject({ ok: true });
  });
});

describe("the list of links", () => {
  it("says of each who made it, until when it works and when it was used; those that work come first", async () => {
    const ended = await aShare(lead, conference, { label: "Ended", until: dayAhead(3) });
    await testDb().shareLink.update({
      where: { id: ended.id },
      data: { expiresAt: new Date("2026-01-09T00:00:00Z"), lastUsedAt: new Date("2026-01-08T17:00:00Z") },
    });
    const live = await aShare(lead, conference, { label: "Live", kind: "radar", showsPeople: true });
    const revoked = await aShare(lead, conference, { label: "Revoked" });
    await revokeShare(lead, { id: revoked.id });

    expect(await listShares(lead, "conf-2030")).toMatchObject([
      { id: live.id, state: "live", kind: "radar", by: lead.name, until: null, lastUsedAt: null, filter: null },
      { id: revoked.id, state: "revoked", label: "Revoked", shows: { people: false, notes: false } },
      { id: ended.id, state: "expired", until: "2026-01-08", lastUsedAt: "2026-01-08T17:00:00.000Z" },
    ]);
  });

  it("stores the last day in UTC, whatever the zone of the process", async () => {
    const day = dayAhead(30);
    await aShare(lead, conference, { until: day });

    expect(await listShares(lead, "conf-2030")).toMatchObject([{ until: day }]);
  });

  it("says the filter in words, and no name of somebody who has nothing to do with the team", async () => {
    const { id: announcementId } = await createAnnouncement({ conferenceId: conference.id, services: ["Build Farm"] });
    await createDecision({ teamId: lead.teamId, announcementId, decidedById: lead.personId, ownerId: lead.personId });
    const stranger = await createTeamViewer();
    await aShare(lead, conference, { query: `owner=${lead.personId}&quarter=2021-Q1` });
    await aShare(lead, conference, { query: `service=build-farm&width=800` });
    await aShare(lead, conference, { query: `owner=${stranger.personId}` });

    const [theirs, service, own] = await listShares(lead, "conf-2030");
    expect(own?.filter).toBe(`owner ${lead.name}, Q1 2021`);
    expect(service?.filter).toBe("service Build Farm");
    expect(theirs?.filter).toBe("owner unknown");
    expect(await queryWords(lead, new URLSearchParams("quarter=none"))).toBe("no target");
    expect(await queryWords(lead, new URLSearchParams("quarter=soon"))).toBeNull();
  });

  it("is empty for members, for another team and for another conference", async () => {
    await aShare(lead, conference);
    await createConference({ slug: "other" });

    expect(await listShares({ ...lead, role: "member" }, "conf-2030")).toEqual([]);
    expect(await listShares(await createTeamViewer({ role: "lead" }), "conf-2030")).toEqual([]);
    expect(await listShares(lead, "other")).toEqual([]);
  });
});

describe("revoking", () => {
  it("is kept with who did it, once", async () => {
    const { id } = await aShare(lead, conference, { label: "Wiki" });

    expect(await revokeShare(lead, { id })).toEqual({ ok: true, value: true });
    const [first] = await listShares(lead, "conf-2030");
    expect(await revokeShare(lead, { id })).toEqual({ ok: true, value: true });

    expect(await listShares(lead, "conf-2030")).toEqual([first]);
    const events = await testDb().auditEvent.findMany({ where: { action: "share.revoked" } });
    expect(events).toMatchObject([
      { subjectId: id, actorId: lead.personId, data: { kind: "shortlist", label: "Wiki" } },
    ]);
  });

  it("names what is no id, and what is another team's, as not there", async () => {
    const { id } = await aShare(lead, conference);
    const stranger = await createTeamViewer({ role: "lead" });

    for (const answer of [await revokeShare(stranger, { id }), await revokeShare(lead, { id: "1" })]) {
      expect(answer).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    }
    expect(await listShares(lead, "conf-2030")).toMatchObject([{ state: "live" }]);
  });
});

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
