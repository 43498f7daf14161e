import { beforeEach, describe, expect, it } from "vitest";

import { createMember, createPerson, createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { createTeam as createNewTeam, listInstallationPeople, setAdmin } from "./admin";
import { changeRole, listPeople, removeMember } from "./people";
import { findSession, viewerInTeam } from "./session";

describe("people of a team", () => {
  it("change role and leave, on the record", async () => {
    const { lead, team } = await teamWithLead();
    const { person } = await createMember({ team });

    expect(await changeRole(lead, { personId: person.id, role: "lead" })).toEqual({ ok: true, value: true });
    expect(await removeMember(lead, { personId: person.id })).toEqual({ ok: true, value: true });

    expect((await listPeople(lead)).people.map(({ personId }) => personId)).toEqual([lead.personId]);
    const events = await testDb().auditEvent.findMany({ where: { teamId: team.id }, orderBy: { id: "asc" } });
    expect(events).toMatchObject([
      { action: "membership.changed", subjectId: person.id, data: { name: person.name, role: "lead" } },
      { action: "membership.removed", subjectId: person.id, data: { name: person.name, role: "lead" } },
    ]);
  });

  it("hold their change from their next request on", async () => {
    const { lead, team } = await teamWithLead();
    const { person } = await createMember({ team, role: "lead" });
    const seen = async () => {
      const session = await findSession({ personId: person.id, sessionVersion: 1 });
      return session && viewerInTeam(session, team.slug)?.role;
    };

    expect(await seen()).toBe("lead");
    await changeRole(lead, { personId: person.id, role: "member" });
    expect(await seen()).toBe("member");
    await removeMember(lead, { personId: person.id });
    expect(await seen()).toBeUndefined();
  });

  it("keep their last lead", async () => {
    const { lead, team } = await teamWithLead();
    await createMember({ team });

    const refusal = { problem: { kind: "conflict", message: "A team needs a lead. Make somebody else a lead first." } };
    expect(await changeRole(lead, { personId: lead.personId, role: "member" })).toMatchObject(refusal);
    expect(await removeMember(lead, { personId: lead.personId })).toMatchObject(refusal);
    expect(await changeRole(lead, { personId: lead.personId, role: "lead" })).toEqual({ ok: true, value: true });
  });

  it.each([
    ["remove", removeMember],
    [
      "demote",
      (viewer: Parameters<typeof changeRole>[0], { personId }: { personId: string }) =>
        changeRole(viewer, { personId, role: "member" }),
    ],
  ])("keep one lead when two %s each other at the same moment", async (_, change) => {
    const { lead, team } = await teamWithLead();
    const other = await createTeamViewer({ team, role: "lead" });

    const results = await Promise.all([
      change(lead, { personId: other.personId }),
      change(other, { personId: lead.personId }),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().membership.count({ where: { teamId: team.id, role: "lead" } })).toBe(1);
  });

  it("keep one lead when two step down at the same moment", async () => {
    const { lead, team } = await teamWithLead();
    const other = await createTeamViewer({ team, role: "lead" });

    await Promise.all([lead, other].map((each) => changeRole(each, { personId: each.personId, role: "member" })));

    expect(await testDb().membership.count({ where: { teamId: team.id, role: "lead" } })).toBe(1);
  });

  it("of another team are not there, and neither is a person nobody has", async () => {
    const { lead } = await teamWithLead();
    const { person, membership } = await createMember({ role: "lead" });
    await createMember({
      team: await testDb().team.findUniqueOrThrow({ where: { id: membership.teamId } }),
      role: "lead",
    });

    for (const personId of [person.id, "00000000-0000-4000-8000-000000000000", "none"]) {
      expect(await changeRole(lead, { personId, role: "member" })).toMatchObject({ problem: { kind: "not-found" } });
      expect(await removeMember(lead, { personId })).toMatchObject({ problem: { kind: "not-found" } });
    }
    expect(await testDb().membership.findFirst({ where: { personId: person.id } })).toMatchObject({ role: "lead" });
  });

  it("are listed a hundred at a time, each once", async () => {
    const { lead, team } = await teamWithLead();
    for (let index = 0; index < 120; index += 1) await createMember({ team });

    const first = await listPeople(lead);
    const second = await listPeople(lead, { after: first.next });

    expect([first.people.length, second.people.length, second.next]).toEqual([100, 21, null]);
    expect(new Set([...first.people, ...second.people].map(({ personId }) => personId)).size).toBe(121);
  });
});

describe("admins", () => {
  beforeEach(resetDatabase);

  it("keep the last of them, also when two unmake each other at the same moment", async () => {
    const [one, two] = [await admin(), await admin()];

    const results = await Promise.all([
      setAdmin(one, { personId: two.personId, isAdmin: false }),
      setAdmin(two, { personId: one.personId, isAdmin: false }),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await testDb().person.findMany({ where: { isAdmin: true } });
    expect(left).toHaveLength(1);
    const last = left[0]?.id === one.personId ? one : two;
    expect(await setAdmin(last, { personId: last.personId, isAdmin: false })).toMatchObject({
      problem: { kind: "conflict" },
    });
  });

  it("are made and unmade, and lists are theirs alone", async () => {
    const one = await admin();
    const person = await createPerson();

    expect(await setAdmin(one, { personId: person.id, isAdmin: true })).toEqual({ ok: true, value: true });
    expect((await testDb().person.findUniqueOrThrow({ where: { id: person.id } })).isAdmin).toBe(true);
    expect((await listInstallationPeople(one))?.rows).toHaveLength(2);
    expect(await listInstallationPeople({ ...one, isAdmin: false })).toBeNull();
  });

  it("make teams they lead, each under an address of its own", async () => {
    const one = await admin();

    const results = await Promise.all([1, 2, 3].map(() => createNewTeam(one, { name: " Content   Platform " })));

    const slugs = results.map((result) => (result.ok ? result.value.slug : null)).sort();
    expect(slugs).toEqual(["content-platform", "content-platform-2", "content-platform-3"]);
    expect(await testDb().membership.count({ where: { personId: one.personId, role: "lead" } })).toBe(3);
  });
});

async function teamWithLead() {
  const team = await createTeam();
  return { team, lead: await createTeamViewer({ team, role: "lead" }) };
}

async function admin() {
  const { id, name, email } = await createPerson({ isAdmin: true });
  return { personId: id, name, email, isAdmin: true };
}
