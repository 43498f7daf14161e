import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { ITEMS } from "@/lib/testing/feed-server";

import { resolveCandidate } from "../imports/review-commands";
import { reviewOf } from "../imports/testing";

import { checkFeedNow } from "./commands";
import { removeRule, saveRule, tryRule } from "./rule-commands";
import type { RuleInput } from "./schema";
import { follow, stateOfFeed, type Following } from "./testing";

const SKIP_REGIONS = rule({ kind: "regional", action: "skip" });
const PUBLISH_STORAGE = rule({ kind: "category", category: "storage", action: "publish" });
const NEWS = { guid: "n-4", title: "Amazon S3 sings", link: "https://example.com/sings" };

describe("tryRule", () => {
  it("shows what a rule would catch of what is stored, and changes nothing", async () => {
    const following = await follow();

    expect(await tryRule(following.viewer, following.feedId, SKIP_REGIONS)).toEqual({
      ok: true,
      value: { caught: 1, waiting: 1, first: [{ title: ITEMS[1]?.title, state: "waiting" }] },
    });
    expect(
      await tryRule(
        following.viewer,
        following.feedId,
        rule({ kind: "contains", value: "nothing of it", action: "skip" }),
      ),
    ).toMatchObject({
      value: { caught: 0, waiting: 0, first: [] },
    });
    expect(await stateOfFeed(following)).toMatchObject({ waiting: 3, rules: [] });
  });

  it.each([
    [{ kind: "contains", action: "skip" }, { value: "Enter the words to look for." }],
    [{ kind: "service", action: "skip", value: " " }, { value: "Enter the name of the service, such as Amazon EC2." }],
    [{ kind: "category", action: "skip", category: "wishes" }, { category: "Choose a category from the list." }],
    [{ kind: "other", action: "skip" }, { kind: "Choose what the rule looks for." }],
    [{ kind: "regional", action: "burn" }, { action: "Choose what happens to what it catches." }],
  ])("refuses %j", async (given, fields) => {
    const { viewer, feedId } = await follow();

    expect(await tryRule(viewer, feedId, rule(given))).toMatchObject({ ok: false, problem: { fields } });
    expect(await saveRule(viewer, feedId, rule(given))).toMatchObject({ ok: false, problem: { fields } });
  });
});

describe("saveRule", () => {
  it("skips what waits and is caught, and leaves what a person has answered", async () => {
    const following = await follow();
    const { importId } = await stateOfFeed(following);
    const [first] = (await reviewOf(following.viewer, importId ?? "")).candidates;
    await resolveCandidate(following.viewer, answer(first?.id ?? "", "create"));

    const saved = await saveRule(
      following.viewer,
      following.feedId,
      rule({ kind: "contains", value: "a", action: "skip" }),
    );

    expect(saved).toMatchObject({ ok: true, value: { skipped: 2, published: 0 } });
    const { items, waiting, rules } = await stateOfFeed(following);
    expect(items.map(({ state, isByRule }) => [state, isByRule])).toEqual([
      ["accepted", false],
      ["skipped", true],
      ["skipped", true],
    ]);
    expect(waiting).toBe(0);
    expect(rules).toMatchObject([{ kind: "contains", value: "a", action: "skip", affected: 2 }]);
  });

  it("publishes what waits and is caught, by itself", async () => {
    const following = await follow();

    expect(await saveRule(following.viewer, following.feedId, PUBLISH_STORAGE)).toMatchObject({
      ok: true,
      value: { skipped: 0, published: 1 },
    });

    const { items, waiting } = await stateOfFeed(following);
    expect(items.map(({ state }) => state)).toEqual(["published", "waiting", "waiting"]);
    expect(waiting).toBe(2);
    expect(items[0]?.announcementSlug).toBe("amazon-s3-adds-a-quieter-tier");
    expect(await titlesOnBoard(following)).toEqual([ITEMS[0]?.title]);
  });

  it("publishes everything that waits", async () => {
    const following = await follow();

    await saveRule(following.viewer, following.feedId, rule({ kind: "contains", value: "a", action: "publish" }));

    expect(await titlesOnBoard(following)).toHaveLength(3);
    expect(await stateOfFeed(following)).toMatchObject({ waiting: 0, importId: null });
  });

  it("never publishes what only looks like an announcement that is here", async () => {
    const following = await follow([]);
    const conferenceId = following.conference.id;
    await createAnnouncement({ conferenceId, title: "Amazon S3 now sings aloud", services: ["Amazon S3"] });
    await createAnnouncement({ conferenceId, title: "Amazon S3 hums", services: ["Amazon S3"] });
    await saveRule(following.viewer, following.feedId, PUBLISH_STORAGE);
    await bring(following, [NEWS, { guid: "n-5", title: "Amazon S3 hums" }]);

    const { items } = await stateOfFeed(following);
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ["Amazon S3 sings", "waiting"],
      ["Amazon S3 hums", "published"],
    ]);
    expect(await titlesOnBoard(following)).toHaveLength(2);
  });

  it("saves the same rule once", async () => {
    const following = await follow();
    await saveRule(following.viewer, following.feedId, SKIP_REGIONS);
    await saveRule(following.viewer, following.feedId, SKIP_REGIONS);

    expect((await stateOfFeed(following)).rules).toHaveLength(1);
  });
});

describe("rules of a feed", () => {
  it("have new items, the first that catches one deciding", async () => {
    const following = await follow([]);
    await saveRule(following.viewer, following.feedId, rule({ kind: "contains", value: "quieter", action: "review" }));
    await saveRule(following.viewer, following.feedId, SKIP_REGIONS);
    await saveRule(following.viewer, following.feedId, rule({ kind: "contains", value: "a", action: "publish" }));
    await bring(following, ITEMS);

    const { items } = await stateOfFeed(following);
    expect(items.map(({ state }) => state)).toEqual(["waiting", "skipped", "published"]);
  });

  it("leave what an earlier one keeps for a person when one is saved", async () => {
    const following = await follow();
    await saveRule(following.viewer, following.feedId, rule({ kind: "contains", value: "quieter", action: "review" }));
    await saveRule(following.viewer, following.feedId, rule({ kind: "contains", value: "a", action: "skip" }));

    expect((await stateOfFeed(following)).waiting).toBe(1);
  });

  it("publish in nobody's name who may not", async () => {
    const following = await follow([]);
    const { viewer } = following;
    await saveRule(viewer, following.feedId, PUBLISH_STORAGE);
    await testDb().membership.updateMany({ where: { personId: viewer.personId }, data: { role: "member" } });
    await bring(following, [NEWS]);

    expect(await stateOfFeed(following)).toMatchObject({ waiting: 1 });
    expect(await titlesOnBoard(following)).toEqual([]);
  });

  it("no longer have new items once they are removed, and what they did stays", async () => {
    const following = await follow();
    const saved = await saveRule(following.viewer, following.feedId, SKIP_REGIONS);
    await removeRule(following.viewer, saved.ok ? saved.value.ruleId : "");
    await bring(following, [{ ...NEWS, title: "Amazon S3 is now available in the Europe (Paris) Region" }, ...ITEMS]);

    const { items, rules } = await stateOfFeed(following);
    expect(rules).toEqual([]);
    expect(items.map(({ state }) => state)).toEqual(["waiting", "waiting", "skipped", "waiting"]);
  });
});

async function bring({ viewer, feedId, server }: Following, items: Parameters<typeof server.serve>[0]): Promise<void> {
  server.serve(items);
  await testDb().feed.update({ where: { id: feedId }, data: { lastCheckedAt: new Date(0) } });
  // As by the clock: whoever asks is the lead who made the feed.
  await checkFeedNow({ ...viewer, role: "lead" }, feedId);
}

async function titlesOnBoard({ conference }: Following): Promise<string[]> {
  const rows = await testDb().announcement.findMany({
    where: { conferenceId: conference.id },
    orderBy: { title: "asc" },
  });
  return rows.map(({ title }) => title);
}

function rule(given: Partial<RuleInput>): RuleInput {
  return { kind: undefined, action: undefined, value: undefined, category: undefined, ...given };
}

function answer(candidateId: string, resolution: string) {
  const rest = { title: undefined, category: undefined, availability: undefined, services: undefined };
  return { candidateId, version: 1, resolution, announcementId: undefined, ...rest };
}
