import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { fileSchema, type TransferFile } from "./schema/file";
import { anyFile, bringIn, exportedText } from "./testing";

beforeEach(resetDatabase);

/** An installation with nothing in it but a team and its lead. */
async function freshInstallation() {
  await resetDatabase();
  return createTeamViewer({ team: await createTeam(), role: "lead" });
}

async function exported(viewer: Awaited<ReturnType<typeof freshInstallation>>): Promise<TransferFile> {
  return fileSchema.parse(JSON.parse(await exportedText(viewer, "conf-2020")));
}

/** All that a file says of what it is made of, in one order, without who wrote it where and when, and nobody unnamed. */
function content({ people, ...file }: TransferFile) {
  const text = JSON.stringify({ ...file, people: [] });
  const named = people.filter(({ id }) => text.includes(id)).map((person) => ({ ...person, role: null }));
  const used = new Set(
    file.announcements.flatMap(({ services, mentions }) => [...services, ...mentions.map((one) => one.source)]),
  );
  return {
    ...file,
    about: null,
    people: sorted(named),
    services: sorted(file.services.filter(({ slug }) => used.has(slug))),
    sources: sorted(file.sources.filter(({ id }) => used.has(id))),
    announcements: sorted(file.announcements.map((one) => ({ ...one, mentions: sorted(one.mentions) }))),
    ...{ votes: sorted(file.votes), voteEvents: sorted(file.voteEvents), comments: sorted(file.comments) },
    ...{ decisions: sorted(file.decisions), decisionEvents: sorted(file.decisionEvents) },
  };
}

function sorted<T>(list: readonly T[]): T[] {
  const keyed = list.map((one) => ({ one, key: JSON.stringify(one, Object.keys(one as object).sort()) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ one }) => one);
}

describe("a file that was brought into an empty installation", () => {
  it("comes out again as it was, whatever is in it, and what is counted agrees", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const first = await freshInstallation();
        expect(await bringIn(first, file)).toMatchObject({ ok: true });
        const once = await exported(first);
        expect(content(once)).toEqual(content(file));
        expect(await recount(testDatabaseUrl())).toEqual([]);

        const second = await freshInstallation();
        expect(await bringIn(second, once)).toMatchObject({ ok: true });
        const twice = await exported(second);
        expect({ ...twice, about: null }).toEqual({ ...once, about: null });
      }),
      { numRuns: 20 },
    );
  }, 300_000);

  it("changes nothing when it comes again, and checking it first changes nothing at all", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const lead = await freshInstallation();
        const checked = await bringIn(lead, file, { isCheck: true });
        await expect(exported(lead)).rejects.toThrow(/no such conference/);

        expect(await bringIn(lead, file)).toEqual(checked);
        const once = await exported(lead);
        const again = await bringIn(lead, file);

        expect(again).toMatchObject({
          value: {
            announcements: { added: 0 },
            people: { newAuthors: 0 },
            votes: { added: 0, changed: 0 },
            history: 0,
          },
        });
        expect({ ...(await exported(lead)), about: null }).toEqual({ ...once, about: null });
      }),
      { numRuns: 15 },
    );
  }, 300_000);
});
