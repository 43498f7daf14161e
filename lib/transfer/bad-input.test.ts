import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import type { TransferFile } from "./schema/file";
import { anyFile, bringIn } from "./testing";

let lead: TeamViewer;
let file: TransferFile;
let text: string;

/** A file with something in every list. */
function fullFile(): TransferFile {
  const full = fc
    .sample(anyFile, { numRuns: 3_000, seed: 7 })
    .find((one) =>
      Object.entries(one).every(([name, list]) => name === "estimates" || !Array.isArray(list) || list.length > 1),
    );
  if (!full) throw new Error("None of the files is full.");
  return full;
}

beforeAll(async () => {
  lead = await createTeamViewer({ team: await createTeam(), role: "lead" });
  file = fullFile();
  text = JSON.stringify(file);
});

/** Rows of everything that bringing in writes. */
async function rows() {
  const db = testDb();
  return Promise.all([
    ...[db.conference.count(), db.announcement.count(), db.service.count(), db.source.count(), db.mention.count()],
    ...[db.person.count(), db.vote.count(), db.voteEvent.count(), db.comment.count(), db.tally.count()],
    ...[db.decision.count(), db.decisionEvent.count(), db.round.count(), db.auditEvent.count(), db.progress.count()],
  ]);
}

async function refused(broken: string | TransferFile | Uint8Array) {
  const before = await rows();
  const result = await bringIn(lead, broken);
  expect(await rows()).toEqual(before);
  if (result.ok) throw new Error("It was brought in.");
  expect(result.problem.kind).toBe("invalid");
  return result.problem;
}

/** A copy with something changed in it. */
function edited(change: (copy: TransferFile) => void): TransferFile {
  const copy = structuredClone(file);
  change(copy);
  return copy;
}

function edit(path: string, value: unknown): TransferFile {
  return edited((copy) => {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop() ?? "";
    const at = keys.reduce<unknown>((part, key) => Reflect.get(part as object, key), copy);
    if (value === undefined) Reflect.deleteProperty(at as object, last);
    else Reflect.set(at as object, last, value);
  });
}

describe("a file that is not ours", () => {
  it.each([
    ["nothing", "", /is empty/],
    ["no JSON", "# Ten things from re:Invent", /not a file that Debrief wrote/],
    ["a list", "[1, 2]", /not a file that Debrief wrote/],
    ["another program's", '{"entries": [{"name": "x"}], "release": 1}', /not a file that Debrief wrote/],
    ["another format", '{"format": "backstage", "version": 1}', /not a file that Debrief wrote/],
    [
      "a newer version",
      '{"format": "debrief", "version": 2, "anything": [1]}',
      /newer Debrief \(version 2\)\. Update this/,
    ],
    ["no version", '{"format": "debrief", "version": "one"}', /version must be 1/],
    ["nested without end", `{"format": "debrief", "version": 1, "round": ${"[".repeat(100_000)}`, /nested deeper/],
    [
      "one endless text",
      `{"format": "debrief", "version": 1, "round": "${"x".repeat(9_000_000)}`,
      /longer than anything/,
    ],
  ])("%s is refused in a sentence", async (_, content, sentence) => {
    expect((await refused(content)).message).toMatch(sentence);
  });
});

describe("a file that was changed by hand", () => {
  it.each<[string, unknown, RegExp]>([
    ["votes[1].choice", "maybe", /must be adopt, investigate or ignore/],
    ["votes[1].choice", undefined, /is missing/],
    ["votes[0].note", "x".repeat(4_001), /4,001 characters and can have 4,000/],
    ["votes[0].note", "a\u0000b", /characters that are no text/],
    ["votes[0].note", "a\ud800b", /characters that are no text/],
    ["votes[0].updatedAt", "2999-01-01T00:00:00.000Z", /lies in the future/],
    ["votes[0].updatedAt", "yesterday", /must be a time/],
    ["votes[0].announcement", "11111111-1111-4111-8111-111111111111", /not among the announcements/],
    ["voteEvents[0].person", "11111111-1111-4111-8111-111111111111", /not among the people/],
    ["comments[0].author", "nobody", /must be a UUID/],
    ["comments[0].body", 7, /must be a text/],
    ["decisions[0].owner", "11111111-1111-4111-8111-111111111111", /not among the people/],
    ["decisions[0].effortDays", -1, /is less than 0/],
    ["announcements[0].category", "blockchain", /must be one of 19 words such as compute, containers, serverless/],
    ["announcements[0].services", ["not-there"], /names a service that is not in the file/],
    ["announcements[0].links", [{ url: "javascript:alert(1)", kind: "other" }], /no web address/],
    ["people[0].email", "Nobody", /must be an e-mail address/],
    ["people[0].isAdmin", true, /has what Debrief does not know: isAdmin/],
    ["services", { a: 1 }, /must be a list/],
    ["votes", undefined, /is missing/],
    ["estimates", [{ cost: 1 }], /is not known/],
    ["shares", [], /is not known/],
  ])("%s as %j is told by its path", async (path, value, sentence) => {
    const { fields = {} } = await refused(edit(path, value));
    const [told = "", said = ""] = Object.entries(fields)[0] ?? [];
    expect(told.startsWith(path.replace(/\.isAdmin$|\.links$/, ""))).toBe(true);
    expect(said).toMatch(sentence);
  });

  it("a second mark of one person, a second announcement of one id and a second list are refused", async () => {
    const votes = await refused(edited((copy) => copy.votes.push(...copy.votes.slice(0, 1))));
    expect(votes.message).toMatch(/^votes\[\d+\] is a second mark of this person/);
    const twins = await refused(edited((copy) => copy.announcements.push(...copy.announcements.slice(0, 1))));
    expect(twins.message).toMatch(/^announcements\[\d+\] stands twice/);
    expect((await refused(text.replace('"votes":', '"radar":'))).message).toMatch(/radar/);
  });

  it("of many problems the first ten are named, and how many more there are", async () => {
    const first = file.comments[0];
    if (!first) throw new Error("no comment");
    const many = edited((copy) => (copy.comments = Array.from({ length: 25 }, () => ({ ...first, body: 1 as never }))));
    const { message, fields = {} } = await refused(many);
    expect(Object.keys(fields)).toEqual(Array.from({ length: 10 }, (_, n) => `comments[${n}].body`));
    expect(message).toBe(
      "comments[0].body must be a text. Nothing was written. There are 15 more problems than are named.",
    );
  });
});

describe("any damage", () => {
  it("cut off at any byte: nothing is written", async () => {
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (at) => {
        expect((await refused(bytes.subarray(0, at))).message).toMatch(/ends too early|is empty|Nothing was written/);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("a change of any byte is refused, or read as what it then says: never half of it", async () => {
    const bytes = Buffer.from(text);
    const damage = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, byte]) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        const before = await rows();
        const result = await bringIn(lead, damaged, { isCheck: true });
        expect(await rows()).toEqual(before);
        if (!result.ok) expect(result.problem).toMatchObject({ kind: "invalid", message: expect.stringMatching(/\./) });
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});
