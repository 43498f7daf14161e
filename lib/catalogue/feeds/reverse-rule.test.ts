import fc from "fast-check";
import { expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createAnnouncement, createVote } from "@/lib/testing/builders";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";
import type { ServedItem } from "@/lib/testing/feed-server";

import { publishImport } from "../imports/publish-import";

import { checkFeedNow } from "./commands";
import { reverseRule } from "./reverse-rule";
import { saveRule } from "./rule-commands";
import type { RuleInput } from "./schema";
import { follow, stateOfFeed, type Following } from "./testing";
import type { RuleAction } from "./types";

const BROUGHT: readonly ServedItem[] = [
  { guid: "r-1", title: "Amazon S3 adds a quieter tier", text: "It costs 20% less.", link: "https://example.com/s3" },
  { guid: "r-2", title: "Amazon EC2 is now available in the Europe (Paris) Region", link: "https://example.com/paris" },
  { guid: "r-3", title: "Amazon EC2 learns to whistle", text: "In preview.", link: "https://example.com/whistle" },
  { guid: "r-4", title: "AWS Lambda counts its steps", link: "https://example.com/steps" },
  { guid: "r-5", title: "Amazon RDS hums", text: "Quieter than before.", link: "https://example.com/hums" },
];

const someRule = fc.record<RuleInput>({
  kind: fc.constantFrom("contains", "service", "category", "regional"),
  value: fc.constantFrom("quieter", "Amazon EC2", "a"),
  category: fc.constantFrom("storage", "compute"),
  action: fc.constantFrom<RuleAction>("skip", "publish", "review"),
});

it("leaves everything as it was before the rules, in whichever order they are taken back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someRule, { minLength: 1, maxLength: 3 }), fc.boolean(), async (inputs, isLastFirst) => {
      const following = await followKnown();
      const before = await everythingOf(following);
      const ruleIds: string[] = [];
      for (const input of inputs) ruleIds.push(await save(following, input));

      const taken = [...new Set(isLastFirst ? ruleIds.toReversed() : ruleIds)];
      for (const ruleId of taken) expect(await reverseRule(following.viewer, ruleId)).toMatchObject({ ok: true });

      expect(await everythingOf(following)).toEqual(before);
    }),
    { numRuns: 12 },
  );
  expect(await recount(testDatabaseUrl())).toEqual([]);
});

it("leaves on the board what the team has worked on, and names it", async () => {
  const following = await follow(BROUGHT);
  const ruleId = await save(following, { kind: "contains", value: "amazon", category: undefined, action: "publish" });
  const marked = await testDb().announcement.findFirstOrThrow({ where: { title: BROUGHT[2]?.title ?? "" } });
  const { teamId, personId } = following.viewer;
  await createVote({ teamId, personId, announcementId: marked.id });

  expect(await reverseRule(following.viewer, ruleId)).toEqual({
    ok: true,
    value: { feedId: following.feedId, returned: 3, staying: { count: 1, first: [marked.title] } },
  });

  const { items, waiting, rules } = await stateOfFeed(following);
  expect(waiting).toBe(4);
  expect(rules).toEqual([]);
  expect(items.filter(({ state }) => state === "published").map(({ title }) => title)).toEqual([marked.title]);
  expect(await testDb().vote.count({ where: { announcementId: marked.id } })).toBe(1);
  expect(await testDb().import.count({ where: { teamId, state: "reviewing" } })).toBe(1);
});

it("opens again what was skipped before its import was published", async () => {
  const following = await follow(BROUGHT);
  const ruleId = await save(following, { kind: "regional", value: undefined, category: undefined, action: "skip" });
  const { importId } = await stateOfFeed(following);
  await publishImport(following.viewer, importId ?? "", { open: "accept" });

  expect(await reverseRule(following.viewer, ruleId)).toMatchObject({ value: { returned: 1 } });

  const state = await stateOfFeed(following);
  expect(state.waiting).toBe(1);
  expect(state.importId).not.toBe(importId);
  expect(state.items.filter((item) => item.state === "published")).toHaveLength(4);
});

/** Some of what the feed brings is here already: one surely, one perhaps. */
async function followKnown(): Promise<Following> {
  const following = await follow([]);
  const conferenceId = following.conference.id;
  await createAnnouncement({ conferenceId, title: "Amazon RDS hums", services: ["Amazon Aurora"] });
  await createAnnouncement({ conferenceId, title: "Amazon EC2 learns to whistle loudly", services: ["Amazon EC2"] });
  following.server.serve(BROUGHT);
  await testDb().feed.update({ where: { id: following.feedId }, data: { lastCheckedAt: new Date(0) } });
  await checkFeedNow(following.viewer, following.feedId);
  return following;
}

async function save({ viewer, feedId }: Following, input: RuleInput): Promise<string> {
  const saved = await saveRule(viewer, feedId, input);
  if (!saved.ok) throw new Error(saved.problem.message);
  return saved.value.ruleId;
}

/** What a person could see of it anywhere, without ids and order. */
async function everythingOf({ feedId, viewer, conference }: Following) {
  const items = await testDb().feedItem.findMany({
    where: { feedId },
    orderBy: { id: "asc" },
    select: { title: true, ruleId: true, effect: true, candidate: { include: { import: true } } },
  });
  const board = await testDb().announcement.findMany({
    where: { conferenceId: conference.id },
    orderBy: { title: "asc" },
    select: { title: true, serviceNames: true, mentionCount: true, links: true, availability: true },
  });
  return {
    items: items.map(({ title, ruleId, effect, candidate }) => ({
      ...{ title, ruleId, effect, reason: candidate?.matchReason, match: candidate?.announcementId },
      ...{ resolution: candidate?.resolution, state: candidate?.import.state },
      passage: candidate?.import.text.slice(candidate.startOffset ?? 0, candidate.endOffset ?? 0),
    })),
    board,
    rules: await testDb().feedRule.count({ where: { feedId } }),
    imports: await testDb().import.count({ where: { teamId: viewer.teamId } }),
    sources: await testDb().source.count({ where: { conferenceId: conference.id } }),
  };
}
