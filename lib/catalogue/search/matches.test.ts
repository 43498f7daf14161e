import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import {
  createAnnouncement,
  createComment,
  createConference,
  createPerson,
  createSource,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { withHits } from "./hits";
import { matches, relevance } from "./matches";
import { suggestSearch } from "./suggest";

/** Titles that a search finds in a conference, the best first. */
async function found(search: string, slug: string, viewer: TeamViewer): Promise<string[]> {
  const rows = await testDb().$queryRaw<{ title: string }[]>`
    SELECT title FROM announcement
    WHERE conference_id = (SELECT id FROM conference WHERE slug = ${slug}) AND ${matches(search, slug, viewer)}
    ORDER BY ${relevance(search)} DESC, title`;
  return rows.map(({ title }) => title);
}

describe("a search of a conference", () => {
  let team: Team;
  let viewer: TeamViewer;
  let slug: string;

  beforeAll(async () => {
    team = await createTeam();
    viewer = await createTeamViewer({ team });
    const author = await createPerson({ name: "Tomás Example" });
    const conference = await createConference();
    slug = conference.slug;
    const make = (title: string, given: { summary?: string; services?: string[] } = {}) =>
      createAnnouncement({ title, conferenceId: conference.id, category: "other", ...given });
    const noted = await make("Graviton9 arrives");
    await createVote({ ...ids(noted), personId: author.id, note: "Moving would cost two sprints; see Terraform." });
    const discussed = await make("Cheaper Graviton metal");
    await createComment({ ...ids(discussed), authorId: author.id, body: "What does it *cost* us at peak?" });
    const removed = await make("Old metal on graviton");
    const gone = await createComment({ ...ids(removed), authorId: author.id, body: "cost" });
    await testDb().comment.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
    const taken = await make("Snow devices end");
    const source = await createSource({ title: "A long recap" });
    const said = { announcementId: taken.id, sourceId: source.id };
    await testDb().mention.create({
      data: { ...said, take: "Nobody will miss it.", excerpt: "The family is sunset." },
    });
    const decided = await make("Aurora sleeps at zero");
    const lead = { decidedById: author.id, reason: "Staging idles every weekend." };
    await testDb().decision.create({ data: { ...ids(decided), ...lead, choice: "adopt" } });
    await make("Sizes", { summary: "From m7g.large to c7gn.16xlarge in us-east-1, with 1 GB or 16GB, at 2.5 GHz." });
    await make("Runtimes", {
      summary: "C++ and .NET 8 and node.js, with policies for pricing.",
      services: ["AWS Lambda"],
    });
    await make("S3 Intelligent-Tiering for DynamoDB", { services: ["Amazon S3"] });
    await make("On Arm", { summary: "Instances on arm64." });
    await make("Alarms that learn", { summary: "In the console at re:Invent." });
    await make("機能追加 for 100% of users 🚀", { summary: "Été à l’école." });
  });

  function ids({ id }: { id: string }) {
    return { teamId: team.id, announcementId: id };
  }

  it.each([
    ["graviton cost", ["Cheaper Graviton metal", "Graviton9 arrives"]],
    ["cost", ["Cheaper Graviton metal", "Graviton9 arrives"]],
    ["costs graviton", ["Cheaper Graviton metal", "Graviton9 arrives"]],
    ["terraform", ["Graviton9 arrives"]],
    ["gravit", ["Cheaper Graviton metal", "Graviton9 arrives", "Old metal on graviton"]],
    ["graviton -cost", ["Old metal on graviton"]],
    ['graviton -"old metal"', ["Cheaper Graviton metal", "Graviton9 arrives"]],
    ["miss it", ["Snow devices end"]],
    ["sunset", ["Snow devices end"]],
    ["weekends staging", ["Aurora sleeps at zero"]],
    ["m7g.large", ["Sizes"]],
    ["m7g", ["Sizes"]],
    ["m7g.l", ["Sizes"]],
    ["16xlarge", ["Sizes"]],
    ["c7gn.16xlarge", ["Sizes"]],
    ["us-east-1", ["Sizes"]],
    ["us east", ["Sizes"]],
    ["1 GB", ["Sizes"]],
    ["1gb", ["Sizes"]],
    ["16 gb", ["Sizes"]],
    ["25", []],
    ["2.5", ["Sizes"]],
    [".NET", ["Runtimes"]],
    ["C++", ["Runtimes"]],
    ["nodejs", ["Runtimes"]],
    ["node.js", ["Runtimes"]],
    ["node-js", ["Runtimes"]],
    ["policy", ["Runtimes"]],
    ["prices", ["Runtimes"]],
    ["lambda", ["Runtimes"]],
    ["S3 Intelligent-Tiering", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["s3 intelligent tiering", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["intelligenttiering", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["intelligent-t", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["tiers", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["dynamo db", ["S3 Intelligent-Tiering for DynamoDB"]],
    ["ARM", ["On Arm"]],
    ["arm64", ["On Arm"]],
    ["reinvent", ["Alarms that learn"]],
    ["re:Invent", ["Alarms that learn"]],
    ["invent", ["Alarms that learn"]],
    ["追加", ["機能追加 for 100% of users 🚀"]],
    ["100%", ["機能追加 for 100% of users 🚀"]],
    ["🚀", ["機能追加 for 100% of users 🚀"]],
    ["ete ecole", ["機能追加 for 100% of users 🚀"]],
    ["arm or sunset", ["On Arm", "Snow devices end"]],
    ['"cost two"', ["Graviton9 arrives"]],
    ['"cost sprints"', []],
    ['"arm"', ["On Arm"]],
    ['"gravit"', []],
  ])("for %j finds %j", async (search, titles) => {
    expect((await found(search, slug, viewer)).toSorted()).toEqual(titles.toSorted());
  });

  it("puts what has the word in its title first, and there as a whole", async () => {
    expect(await found("arm or aurora or instances or console", slug, viewer)).toEqual([
      "On Arm",
      "Aurora sleeps at zero",
      "Alarms that learn",
    ]);
    expect((await found("graviton", slug, viewer)).at(-1)).toBe("Graviton9 arrives");
  });

  it("finds everything but what an exclusion alone takes out", async () => {
    const all = await testDb().announcement.count();
    expect(await found("-arm", slug, viewer)).toHaveLength(all - 1);
    expect(await found("-nothinglikethis", slug, viewer)).toHaveLength(all);
  });

  it("tells another team nothing of what this one wrote", async () => {
    const stranger = await createTeamViewer();

    for (const search of ["cost", "terraform", "staging"]) expect(await found(search, slug, stranger)).toEqual([]);
    expect(await found("graviton -cost", slug, stranger)).toHaveLength(3);
  });

  it("says where it was found, with a line of the text", async () => {
    const hitsOf = async (search: string) => {
      const rows = await testDb().$queryRaw<{ id: string; title: string; services: string[] }[]>`
        SELECT id, title, service_names AS services FROM announcement
        WHERE conference_id = (SELECT id FROM conference WHERE slug = ${slug}) AND ${matches(search, slug, viewer)}
        ORDER BY title`;
      return (
        await withHits(
          viewer,
          search,
          rows.map((row) => ({ ...row, mine: null })),
        )
      ).map(({ hit }) => hit);
    };
    expect(await hitsOf("graviton cost")).toEqual([
      {
        title: [[8, 16]],
        services: [],
        note: null,
        snippet: {
          place: "comment",
          of: "Tomás Example",
          text: "What does it *cost* us at peak?",
          ranges: [[14, 18]],
        },
      },
      {
        title: [[0, 8]],
        services: [],
        note: null,
        snippet: {
          place: "note",
          of: "Tomás Example",
          text: "Moving would cost two sprints; see Terraform.",
          ranges: [[13, 17]],
        },
      },
    ]);
    expect(await hitsOf("sunset")).toMatchObject([{ snippet: { place: "source", of: "A long recap" } }]);
    expect(await hitsOf("idles")).toMatchObject([{ snippet: { place: "decision" } }]);
    expect(await hitsOf("arm64")).toMatchObject([{ title: [], snippet: { place: "summary", of: null } }]);
    expect(await hitsOf("lambda")).toMatchObject([{ services: [[4, 10]], snippet: null }]);
  });

  it.each([
    ["gravitton", "graviton"],
    ["graivton cost", "graviton cost"],
    ["intelligent-teiring", "intelligent-tiering"],
    ["lamdba -arm", "lambda -arm"],
    ["graviton terrafrom", null],
    ["zzqqxx", null],
    ["graviton lambda", null],
    ['"gravitton"', null],
    ["%", null],
  ])("takes %j for %j", async (search, meant) => {
    expect(await suggestSearch(search, slug, viewer)).toBe(meant);
  });

  it("answers any text, and never all for a part of a word that none has", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (search) => {
        const typed = search.replaceAll(/[\p{Cc}\p{Cs}]/gu, " ");
        await found(typed, slug, viewer);
        expect(
          await found(`${typed.replaceAll(/[-"“”]/gu, "")} qqqzzz`.replaceAll(/\bor\b/gi, ""), slug, viewer),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["-", "--", '"', '""', ".", "…", "( )", "'", " "])("finds nothing for %j", async (search) => {
    expect(await found(search, slug, viewer)).toEqual([]);
  });
});
