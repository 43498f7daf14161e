import { describe, expect, it } from "vitest";

import { createPerson, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { joinTeam, registerAndJoin } from "./accept-invitation";
import { findInvitation, invite, openInvitations, revokeInvitation } from "./invitations";
import type { TeamViewer } from "./types";

const ADDRESS = "192.0.2.1";
const PASSWORD = "correct horse battery";

describe("an invitation", () => {
  it("is a link whose token is stored as a hash alone", async () => {
    const { token, id } = await invited();

    expect(token).toMatch(/^[\w-]{43}$/);
    const row = await testDb().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(7 * 24 * 60 * 60 * 1000);
  });

  it("tells its holder which team, which role and who asks", async () => {
    const { token, lead } = await invited("lead");

    expect(await findInvitation(token)).toEqual({
      teamSlug: lead.teamSlug,
      teamName: lead.teamName,
      role: "lead",
      invitedBy: lead.name,
    });
  });

  it("makes a new person with its role, signed in", async () => {
    const { token, lead } = await invited("lead");
    const email = newEmail();

    const result = await registerAndJoin(token, { name: "Grace", email, password: PASSWORD }, ADDRESS);

    const person = await testDb().person.findFirstOrThrow({ where: { email }, include: { memberships: true } });
    expect(result).toEqual({
      ok: true,
      value: { session: { personId: person.id, sessionVersion: 1 }, teamSlug: lead.teamSlug },
    });
    expect(person).toMatchObject({ isAdmin: false, memberships: [{ teamId: lead.teamId, role: "lead" }] });
    expect(await findInvitation(token)).toBe("used");
  });

  it("lets somebody signed in join with one click, and once when they click twice", async () => {
    const { token, lead } = await invited();
    const person = await somebody();

    const results = await Promise.all([joinTeam(person, token), joinTeam(person, token)]);

    expect(results).toEqual([
      { ok: true, value: { teamSlug: lead.teamSlug } },
      { ok: true, value: { teamSlug: lead.teamSlug } },
    ]);
    expect(await testDb().membership.count({ where: { personId: person.personId } })).toBe(1);
  });

  it("makes one account of a double click on the form", async () => {
    const { token } = await invited();
    const input = { name: "Grace", email: newEmail(), password: PASSWORD };

    const results = await Promise.all([registerAndJoin(token, input, ADDRESS), registerAndJoin(token, input, ADDRESS)]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await testDb().person.count({ where: { email: input.email } })).toBe(1);
  });

  it("does not let the second click in with another password", async () => {
    const { token } = await invited();
    const input = { name: "Grace", email: newEmail(), password: PASSWORD };
    await registerAndJoin(token, input, ADDRESS);

    expect(await registerAndJoin(token, { ...input, password: "another horse battery" }, ADDRESS)).toMatchObject({
      problem: { kind: "not-found" },
    });
  });

  it("lets one of two people in who use it at the same moment", async () => {
    const { token, lead } = await invited();
    const [one, two] = [await somebody(), await somebody()];

    const results = await Promise.all([
      joinTeam(one, token),
      joinTeam(two, token),
      registerAndJoin(token, { name: "Grace", email: newEmail(), password: PASSWORD }, ADDRESS),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().membership.count({ where: { teamId: lead.teamId } })).toBe(2);
  });

  it("stays open, and their role the same, when somebody of the team opens it", async () => {
    const { token, lead } = await invited();

    expect(await joinTeam(lead, token)).toMatchObject({ ok: true });

    expect(await findInvitation(token)).toMatchObject({ role: "member" });
    expect(await testDb().membership.findMany({ where: { teamId: lead.teamId } })).toMatchObject([{ role: "lead" }]);
  });

  it("sends somebody with an account to sign in", async () => {
    const { token } = await invited();
    const { email } = await createPerson();

    const result = await registerAndJoin(token, { name: "Grace", email, password: PASSWORD }, ADDRESS);

    expect(result).toMatchObject({
      problem: { kind: "conflict", fields: { email: expect.stringContaining("Sign in") } },
    });
    expect(await findInvitation(token)).toMatchObject({ role: "member" });
  });

  it.each(["expired", "revoked", "used", "unknown"] as const)("that is %s lets nobody in", async (state) => {
    const { token, id, lead } = await invited();
    if (state === "expired") {
      await testDb().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    }
    if (state === "revoked") await revokeInvitation(lead, { id });
    if (state === "used") await joinTeam(await somebody(), token);
    const tried = state === "unknown" ? "malformed" : token;
    const email = newEmail();

    expect(await findInvitation(tried)).toBe(state);
    expect(await joinTeam(await somebody(), tried)).toMatchObject({ problem: { kind: "not-found" } });
    expect(await registerAndJoin(tried, { name: "Grace", email, password: PASSWORD }, ADDRESS)).toMatchObject({
      problem: { kind: "not-found" },
    });
    expect(await testDb().person.count({ where: { email } })).toBe(0);
    expect(await openInvitations(lead)).toHaveLength(state === "unknown" ? 1 : 0);
  });

  it("is made, seen and revoked by leads of its team alone", async () => {
    const { id, lead } = await invited();
    const team = await testDb().team.findUniqueOrThrow({ where: { id: lead.teamId } });
    const member = await createTeamViewer({ team });
    const otherLead = await createTeamViewer({ role: "lead" });

    expect(await invite(member, { role: "member", label: "" })).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await openInvitations(member)).toEqual([]);
    expect(await revokeInvitation(member, { id })).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await openInvitations(otherLead)).toEqual([]);
    expect(await revokeInvitation(otherLead, { id })).toMatchObject({ problem: { kind: "not-found" } });
    expect(await revokeInvitation(lead, { id: "none" })).toMatchObject({ problem: { kind: "not-found" } });
    expect(await openInvitations(lead)).toMatchObject([{ id, label: "For Grace" }]);
  });
});

async function invited(role: "member" | "lead" = "member") {
  const team = await createTeam();
  const lead: TeamViewer = await createTeamViewer({ team, role: "lead" });
  const result = await invite(lead, { role, label: "For Grace" });
  if (!result.ok) throw new Error(result.problem.message);
  return { lead, id: result.value.id, token: result.value.link.split("/").at(-1) ?? "" };
}

async function somebody() {
  const person = await createPerson();
  return { personId: person.id, name: person.name, email: person.email, isAdmin: false };
}

let count = 0;
function newEmail(): string {
  count += 1;
  return `new-${count}@example.com`;
}
