import { beforeEach, describe, expect, it } from "vitest";

import {
  createAnnouncement,
  createComment,
  createConference,
  createMember,
  createSource,
  createVote,
} from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";

import { recount } from "./check";
import { missingSql } from "./drift";

beforeEach(resetDatabase);

describe("recount", () => {
  it("finds no difference after marks, comments, mentions and services", async () => {
    await discussedAnnouncement();

    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it.each([
    ["tally.adopt, investigate, ignore, comments", "UPDATE tally SET adopt = adopt + 1"],
    ["tally.adopt, investigate, ignore, comments", "UPDATE tally SET comments = 0"],
    ["tally.adopt, investigate, ignore, comments", "DELETE FROM tally"],
    ["progress.marked", "UPDATE progress SET marked = 7"],
    ["conference.announcement_count", "UPDATE conference SET announcement_count = 0"],
    ["announcement.mention_count", "UPDATE announcement SET mention_count = 9"],
    ["announcement.service_names, service_slugs", "UPDATE announcement SET service_slugs = '{}'"],
    ["announcement.search_text, search_vector", "UPDATE announcement SET search_text = 'nothing'"],
    ["announcement.search_text, search_vector", "UPDATE announcement SET search_vector = NULL"],
    ["announcement.search_words", "UPDATE announcement SET search_words = ' other '"],
    ["search_word", "DELETE FROM search_word"],
  ])("finds %s broken by %s", async (kept, sql) => {
    await discussedAnnouncement();
    await testDb().$executeRawUnsafe(sql);

    const differences = await recount(testDatabaseUrl());

    expect(new Set(differences.map((difference) => difference.kept))).toEqual(new Set([kept]));
  });
});

describe("missingSql", () => {
  it("is empty when the migrations make what the schema says", async () => {
    expect(await missingSql(testDatabaseUrl())).toBe("");
  });
});

async function discussedAnnouncement(): Promise<void> {
  const { person, team } = await createMember();
  const conference = await createConference();
  const announcement = await createAnnouncement({
    conferenceId: conference.id,
    services: ["Widget Store", "Amazon EC2"],
  });
  const ids = { teamId: team.id, announcementId: announcement.id };
  await createVote({ ...ids, personId: person.id });
  await createComment({ ...ids, authorId: person.id });
  const source = await createSource({ conferenceId: conference.id });
  await testDb().mention.create({ data: { announcementId: announcement.id, sourceId: source.id } });
}
