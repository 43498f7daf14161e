import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createConference, createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readBoard } from "../board/queries";
import { parseBoardFilter } from "../board/parse-filter";
import { deleteView, renameView, saveView, shareView } from "./commands";
import { listSavedViews } from "./queries";
import { MAX_VIEWS, normalQuery } from "./schema";

let lead: TeamViewer;
let member: TeamViewer;

beforeEach(async () => {
  await resetDatabase();
  const team = await createTeam();
  lead = await createTeamViewer({ team, role: "lead" });
  member = await createTeamViewer({ team });
});

async function save(viewer: TeamViewer, name: string, query = "view=all", isShared = false): Promise<string> {
  const saved = await saveView(viewer, { name, query, isShared });
  if (!saved.ok) throw new Error(saved.problem.message);
  return saved.value.id;
}

async function names(viewer: TeamViewer): Promise<string[]> {
  return (await listSavedViews(viewer)).map(({ name }) => name);
}

describe("saved views", () => {
  it("are the team's for everybody and one's own for oneself, each in the order they were saved", async () => {
    await save(member, "Mine");
    await save(lead, "Hers");
    await save(lead, "Second of all", "sort=support", true);
    await save(lead, "Last of all", "view=all", true);

    expect(await names(member)).toEqual(["Second of all", "Last of all", "Mine"]);
    expect(await names(lead)).toEqual(["Second of all", "Last of all", "Hers"]);
    expect(await names(await createTeamViewer())).toEqual([]);
  });

  it("keep one query for one filter, without where the list was read up to", async () => {
    await save(member, "Mine", "sort=category&category=storage&category=compute&after=abc&nonsense=1&view=all");
    const [view] = await listSavedViews(member);

    expect(view?.query).toBe("view=all&category=compute&category=storage");
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(normalQuery(normalQuery(query))).toBe(normalQuery(query));
      }),
    );
  });

  it("have names of their own, whatever the case and the spaces", async () => {
    await save(member, "My  databases ");
    expect(await names(member)).toEqual(["My databases"]);

    const again = await saveView(member, { name: "my DATABASES", query: "", isShared: false });
    expect(again).toMatchObject({ ok: false, problem: { message: expect.stringContaining("already") } });
    await save(lead, "My databases", "", true);
    expect(await names(member)).toHaveLength(2);
  });

  it.each(["", "   ", "\0", "​", "x".repeat(41), "🚀".repeat(41)])("refuse %j as a name", async (name) => {
    const saved = await saveView(member, { name, query: "", isShared: false });
    expect(saved).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { name: expect.any(String) } } });
    expect(await names(member)).toEqual([]);
  });

  it("take forty characters of any kind", async () => {
    await save(member, "🚀".repeat(40));
    expect(await names(member)).toEqual(["🚀".repeat(40)]);
  });

  it("are no more than there is room for", async () => {
    for (let n = 0; n < MAX_VIEWS; n += 1) await save(member, `View ${n}`);
    const saved = await saveView(member, { name: "One more", query: "", isShared: false });
    expect(saved).toMatchObject({ ok: false, problem: { message: expect.stringContaining("Delete one") } });
    await save(lead, "Still room", "", true);
  });

  it("are renamed, shared and deleted, and what concerns everybody is on record", async () => {
    const id = await save(lead, "Costly");
    expect(await renameView(lead, { id, name: "Expensive" })).toMatchObject({ ok: true });
    expect(await renameView(lead, { id, name: "EXPENSIVE" })).toMatchObject({ ok: true });
    expect(await names(member)).toEqual([]);
    expect(await shareView(lead, { id })).toMatchObject({ ok: true });
    expect(await names(member)).toEqual(["EXPENSIVE"]);
    expect(await deleteView(member, { id })).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
    expect(await deleteView(lead, { id })).toMatchObject({ ok: true });
    expect(await names(lead)).toEqual([]);

    const events = await testDb().auditEvent.findMany({ where: { action: { startsWith: "view." } } });
    expect(events.map(({ action }) => action)).toEqual(["view.shared", "view.deleted"]);
  });

  it("are nobody else's to change, whatever they know of them", async () => {
    const id = await save(member, "Mine");
    for (const viewer of [lead, await createTeamViewer({ role: "lead" })]) {
      const gone = { ok: false, problem: { kind: "not-found" } };
      expect(await deleteView(viewer, { id })).toMatchObject(gone);
      expect(await renameView(viewer, { id, name: "Theirs" })).toMatchObject(gone);
      expect(await shareView(viewer, { id })).toMatchObject(gone);
    }
    expect(await names(member)).toEqual(["Mine"]);
  });

  it("are not shared under a name that the team has", async () => {
    await save(lead, "Costly", "", true);
    const id = await save(lead, "costly");
    expect(await shareView(lead, { id })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    const other = await save(lead, "Other");
    expect(await renameView(lead, { id: other, name: "COSTLY" })).toMatchObject({ ok: false });
  });

  it("show the rest when a service or a source is gone, and say which", async () => {
    const { slug } = await createConference();
    const source = "00000000-0000-4000-8000-000000000001";
    const asked = parseBoardFilter({ service: ["gone-service"], source, category: "compute" });
    const board = await readBoard(member, slug, asked);

    expect(board?.gone).toEqual([
      { facet: "service", value: "gone-service" },
      { facet: "source", value: source },
    ]);
  });
});
