import { describe, expect, it } from "vitest";

import { createConference, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { viewerOfImport } from "./access";
import { listImports, readImport } from "./queries";
import { discardImport } from "./review-commands";
import { createLead, readIn } from "./testing";

describe("reading imports", () => {
  it("shows an import to leads of its team alone", async () => {
    const { viewer, team, conference } = await createLead();
    const { id } = await readIn(viewer, conference.slug);
    const member = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await readImport(member, id)).toBeNull();
    expect(await readImport(stranger, id)).toBeNull();
    expect(await listImports(member)).toBeNull();
    expect((await listImports(stranger))?.imports).toEqual([]);
    expect(await readImport(viewer, "not-an-id")).toBeNull();
    expect(await discardImport(stranger, id)).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });

  it("finds the viewer for an import among their own teams", async () => {
    const { viewer, conference } = await createLead();
    const { id } = await readIn(viewer, conference.slug);
    const other = await createTeam();
    const { personId, name, email, isAdmin, teamId, teamSlug, teamName, role } = viewer;
    const person = { personId, name, email, isAdmin };
    const membership = { teamId, slug: teamSlug, name: teamName, role };
    const elsewhere = { ...membership, teamId: other.id, slug: other.slug };

    expect(await viewerOfImport({ person, memberships: [elsewhere, membership] }, id)).toEqual(viewer);
    expect(await viewerOfImport({ person, memberships: [elsewhere] }, id)).toBeNull();
    expect(await viewerOfImport({ person, memberships: [membership] }, "rubbish")).toBeNull();
  });

  it("lists newest first, a page at a time, without missing one", async () => {
    const { viewer } = await createLead();
    const conference = await createConference();
    const createdAt = new Date("2030-01-01T00:00:00Z");
    await testDb().import.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        ...{ teamId: viewer.teamId, conferenceId: conference.id, createdById: viewer.personId },
        ...{ format: "text", title: `Post ${index}`, text: `${index}`, createdAt },
      })),
    });

    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listImports(viewer, after ? { after } : {});
      seen.push(...(page?.imports.map(({ id }) => id) ?? []));
      after = page?.after ?? null;
    }

    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});
