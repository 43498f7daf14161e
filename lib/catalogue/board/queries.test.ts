import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import { castVote } from "@/lib/voting/commands";
import { CHOICES } from "@/lib/voting/types";

import { encodeBoardCursor } from "./cursor";
import { parseBoardFilter, type SearchParams } from "./parse-filter";
import { LEANS, MY_MARKS, type BoardFilter } from "./filter";
import { readBoard } from "./queries";
import { PAGE_SIZE } from "./rows";
import type { BoardRow } from "./types";

const TOTAL = 130;

let viewer: TeamViewer;
let stranger: TeamViewer;
let slug: string;

/** A conference with repeated titles, marked by a team of three in every way, and by a stranger's team too. */
beforeAll(async () => {
  const team = await createTeam();
  viewer = await createTeamViewer({ team });
  const colleagues = [await createTeamViewer({ team }), await createTeamViewer({ team })];
  stranger = await createTeamViewer();
  const conference = await createConference({ startsOn: new Date("2030-11-30"), endsOn: new Date("2030-12-04") });
  slug = conference.slug;
  await testDb().announcement.createMany({
    data: Array.from({ length: TOTAL }, (_, n) => ({
      slug: `${slug}-${n}`,
      conferenceId: conference.id,
      title: `${["Faster", "Ärmer", "cheaper", "Über-fast"][n % 4]} widgets ${n % 7}`,
      category: CATEGORIES[n % 5] ?? "other",
      availability: AVAILABILITIES[n % 4] ?? "ga",
    })),
  });
  const announcements = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });
  for (const [n, { id: announcementId }] of announcements.entries()) {
    if (n % 3 !== 0) await castVote(viewer, { announcementId, choice: CHOICES[n % 2] ?? "adopt", note: `Note ${n}` });
    for (const [m, colleague] of colleagues.entries()) {
      if (n % 5 > m) await castVote(colleague, { announcementId, choice: CHOICES[(n + m) % 3] ?? "adopt" });
    }
    if (n % 11 === 0) await castVote(stranger, { announcementId, choice: "ignore", note: "Secret of another team" });
  }
  await testDb().decision.create({
    data: {
      teamId: team.id,
      announcementId: announcements[0]?.id ?? "",
      choice: "adopt",
      decidedById: viewer.personId,
    },
  });
});

async function board(params: SearchParams, who = viewer, conference = slug) {
  const found = await readBoard(who, conference, parseBoardFilter(params));
  if (!found) throw new Error("no such conference");
  return found;
}

/** Every row of every page, and how long the pages were. */
async function walk(filter: BoardFilter): Promise<BoardRow[]> {
  const rows: BoardRow[] = [];
  let after: string | null = null;
  do {
    const page = await readBoard(viewer, slug, { ...filter, after });
    if (!page) throw new Error("no such conference");
    expect(page.rows.length).toBeLessThanOrEqual(PAGE_SIZE);
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
}

function isShown(row: BoardRow, filter: BoardFilter): boolean {
  const among = <T>(values: T[], value: T) => values.length === 0 || values.includes(value);
  return (
    (filter.view === "all" || row.mine === null) &&
    among(filter.category, row.category) &&
    among(filter.availability, row.availability) &&
    among(filter.mine, row.mine?.choice ?? "unmarked") &&
    among(filter.lean, row.decision ? "decided" : (row.lean ?? "none"))
  );
}

describe("readBoard", () => {
  it("opens on what needs my mark, with the counts and the conference", async () => {
    const { conference, counts, rows, team, categories, match } = await board({});

    expect(conference).toEqual({ slug, name: "Example Conf 2030", startsOn: "2030-11-30", endsOn: "2030-12-04" });
    expect(counts).toEqual({ total: TOTAL, marked: 86, left: 44 });
    expect(rows).toHaveLength(44);
    expect(rows.every(({ mine }) => mine === null)).toBe(true);
    expect(team.members).toBe(3);
    expect(team.progress).toBeGreaterThan(0.3);
    expect(team.progress).toBeLessThan(1);
    expect(categories).toEqual(["compute", "containers", "databases", "serverless", "storage"]);
    expect(match).toBe("exact");
  });

  it("shows my mark, the team's tally and lean, and the decision in a row", async () => {
    const rows = await walk(parseBoardFilter({ view: "all" }));

    const decided = rows.filter(({ decision }) => decision !== null);
    expect(decided).toHaveLength(1);
    for (const { mine, marks, tally, lean } of rows) {
      expect(tally && tally.adopt + tally.investigate + tally.ignore).toBe(marks);
      expect(mine === null || (tally?.[mine.choice] ?? 0) > 0).toBe(true);
      expect(lean === null).toBe(marks === 0);
      expect(marks).toBeLessThanOrEqual(3);
    }
  });

  it("walks every row exactly once, in order, under every filter", async () => {
    const everything = await walk(parseBoardFilter({ view: "all" }));
    expect(everything).toHaveLength(TOTAL);
    expect(new Set(everything.map(({ id }) => id)).size).toBe(TOTAL);
    const filters = fc
      .record({
        view: fc.constantFrom("todo", "all"),
        category: fc.subarray([...CATEGORIES.slice(0, 6)]),
        availability: fc.subarray([...AVAILABILITIES]),
        mine: fc.subarray([...MY_MARKS]),
        lean: fc.subarray(LEANS.filter((lean) => lean !== "below-quorum")),
      })
      .map(parseBoardFilter);

    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = everything.filter((row) => isShown(row, filter));
        expect(await walk(filter)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("never takes unmarked for ignored", async () => {
    const ignored = await board({ mine: "ignore" });
    const unmarked = await board({ mine: "unmarked" });

    expect(ignored.rows).toEqual([]);
    expect(unmarked.rows.every(({ mine }) => mine === null)).toBe(true);
  });

  it("shows nothing of another team", async () => {
    const theirs = await board({ view: "all" }, stranger);

    expect(theirs.counts.marked).toBe(12);
    expect(
      theirs.rows.every(({ tally, decision }) => tally && tally.adopt + tally.investigate === 0 && !decision),
    ).toBe(true);
    expect(JSON.stringify(await walk(parseBoardFilter({ view: "all" })))).not.toContain("Secret");
  });

  it("is null for a conference that is not there", async () => {
    expect(await readBoard(viewer, "no-such-conference", parseBoardFilter({}))).toBeNull();
  });

  it("starts from the top for a cursor that was cut off or made up, and trusts no id in it", async () => {
    const top = await board({ view: "all" });
    for (const after of [top.next?.slice(0, -6) ?? "", "e30", "AAAA", "x".repeat(2_000)]) {
      const { rows } = await board({ view: "all", after });
      expect(rows).toEqual(top.rows);
    }
    const id = "00000000-0000-4000-8000-000000000000";
    const key = { group: "storage", values: ["storage", "' OR true --"], id };
    const made = encodeBoardCursor({ sort: "category", group: "category" }, key);
    const { rows } = await board({ view: "all", after: made });
    expect(rows.every(({ category }) => category === "storage")).toBe(true);
  });

  it("is empty and whole for a conference without announcements", async () => {
    const empty = await createConference();

    const { rows, counts, team } = await board({}, viewer, empty.slug);

    expect({ rows, counts, team }).toEqual({
      rows: [],
      counts: { total: 0, marked: 0, left: 0 },
      team: { members: 3, progress: 0 },
    });
  });
});

describe("the search of a board", () => {
  let searched: string;

  beforeAll(async () => {
    const conference = await createConference();
    searched = conference.slug;
    const made = [
      { title: "New re:Invent keynote format", services: ["Events"] },
      { title: "gp3 volumes for block storage", services: ["Amazon EBS"], category: "storage" },
      { title: "Instances of the seventh generation", summary: "Sizes from m7g.large up.", services: ["Amazon EC2"] },
      { title: "Archive tiers", summary: "S3 Intelligent-Tiering moves cold objects.", services: ["Amazon S3"] },
      { title: "Graviton2 processors", summary: "Costs less for the same work on Graviton.", services: ["Amazon EC2"] },
      { title: "100% discount_code for C:\\paths", services: ["Billing"] },
      { title: "Café 🚀 launch", services: ["Misc"] },
    ];
    for (const given of made) await createAnnouncement({ conferenceId: conference.id, ...given });
  });

  it.each([
    ["re:Invent", ["New re:Invent keynote format"]],
    ["gp3", ["gp3 volumes for block storage"]],
    ["GP3", ["gp3 volumes for block storage"]],
    ["gp3 volume", ["gp3 volumes for block storage"]],
    ["m7g.large", ["Instances of the seventh generation"]],
    ["m7g instance", ["Instances of the seventh generation"]],
    ["S3 Intelligent-Tiering", ["Archive tiers"]],
    ['"intelligent-tiering"', ["Archive tiers"]],
    ["graviton cost", ["Graviton2 processors"]],
    ["the cost of graviton", ["Graviton2 processors"]],
    ["graviton or gp3", ["Graviton2 processors", "gp3 volumes for block storage"]],
    ["100%", ["100% discount_code for C:\\paths"]],
    ["%", ["100% discount_code for C:\\paths"]],
    ["_", ["100% discount_code for C:\\paths"]],
    ["discount_code", ["100% discount_code for C:\\paths"]],
    ["c:\\paths", ["100% discount_code for C:\\paths"]],
    ["🚀", ["Café 🚀 launch"]],
    ["cafe\u0301", ["Café 🚀 launch"]],
    ["Amazon EBS", ["gp3 volumes for block storage"]],
  ])("finds %j", async (q, titles) => {
    const { rows, match } = await board({ q }, viewer, searched);

    expect(match).toBe("exact");
    expect(rows.map(({ title }) => title).sort()).toEqual([...titles].sort());
  });

  it("offers what is closest when a word is misspelt", async () => {
    const { rows, match, next } = await board({ q: "gravitton" }, viewer, searched);

    expect(match).toBe("closest");
    expect(rows.map(({ title }) => title)).toEqual(["Graviton2 processors"]);
    expect(next).toBeNull();
  });

  it("finds nothing for what nothing resembles", async () => {
    const { rows } = await board({ q: "zzqqxx" }, viewer, searched);
    expect(rows).toEqual([]);
  });

  it.each([
    "%",
    "_",
    "\\",
    "'",
    '"',
    '"unclosed',
    "-",
    "!",
    "& | ! ( )",
    "a & | b",
    ":*",
    "<->",
    "*",
    "\0",
    "x".repeat(1_000),
    "' OR 1=1 --",
  ])("takes %j as text", async (q) => {
    const { rows, match } = await board({ q, view: "all" }, viewer, searched);
    if (match === "exact") expect(rows.length).toBeLessThanOrEqual(7);
  });

  it("takes any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (q) => {
        await board({ q }, viewer, searched);
      }),
      { numRuns: 100 },
    );
  });
});
