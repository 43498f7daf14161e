import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createConference, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { matches } from "./matches";

describe("plain words", () => {
  const WORDS = ["gp3", "gp2", "graviton", "gravity", "arm", "armor", "lambda", "s3", "s3a", "vpc"] as const;

  it("find what a reader would find who looks for each of them at the beginning of a word", async () => {
    const team = await createTeam();
    const viewer = await createTeamViewer({ team });
    const conference = await createConference();
    const some = fc.array(fc.constantFrom(...WORDS), { maxLength: 3 });
    const texts = fc.sample(fc.tuple(some, some, some, some), { numRuns: 30, seed: 7 });
    const made: { slug: string; words: string[] }[] = [];
    for (const [title, summary, note, comment] of texts) {
      const { id, ...row } = await createAnnouncement({
        ...{ conferenceId: conference.id, category: "other" },
        title: title.join(" "),
        summary: summary.join(", "),
      });
      const ids = { teamId: team.id, announcementId: id };
      await createVote({ ...ids, personId: viewer.personId, note: note.join(" ") });
      await createComment({ ...ids, authorId: viewer.personId, body: comment.join("\n") });
      made.push({ slug: row.slug, words: [...title, ...summary, ...note, ...comment, "other"] });
    }
    const typed = fc.array(
      fc.constantFrom(...WORDS, "grav", "g", "ar", "none").chain((word) => fc.constantFrom(word, `-${word}`)),
      { minLength: 1, maxLength: 3 },
    );

    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 2 }), async (alternatives) => {
        const search = alternatives.map((words) => words.join(" ")).join(" or ");
        const has = (words: string[], typed: string) =>
          words.some((word) => (typed.length === 1 ? word === typed : word.startsWith(typed)));
        const holds = (words: string[], term: string) =>
          term.startsWith("-") ? !has(words, term.slice(1)) : has(words, term);
        const expected = made.filter(({ words }) =>
          alternatives.some((terms) => terms.every((term) => holds(words, term))),
        );
        const rows = await testDb().$queryRaw<{ slug: string }[]>`
          SELECT slug FROM announcement WHERE ${matches(search, conference.slug, viewer)}
            AND conference_id = ${conference.id}::uuid`;
        expect(rows.map(({ slug }) => slug).toSorted()).toEqual(expected.map(({ slug }) => slug).toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
