import { beforeEach, describe, expect, it } from "vitest";

import { createAnnouncement, createPerson, createTeam, createVote } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { teamOverview } from "@/lib/voting/progress";
import { remindMembers } from "@/lib/voting/reminders/commands";

import { registerAndJoin } from "./accept-invitation";
import { listInstallationPeople, setAdmin } from "./admin";
import { authenticate } from "./authenticate";
import { invite } from "./invitations";
import { hashPassword } from "./password";
import { countPeople, listPeople } from "./people";
import { findSession } from "./session";

/*
 * Somebody whose marks were brought in from elsewhere is a name, and in nothing else a person of this installation.
 */

const EMAIL = "ewan@example.com";
const PASSWORD = "correct horse battery";

beforeEach(resetDatabase);

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const author = await createPerson({ name: "Ewan Fraser", email: EMAIL, authorIn: team.id });
  return { team, lead, author };
}

describe("a named author", () => {
  it("cannot sign in, nor have a session", async () => {
    const { author } = await setUp();
    expect(await authenticate({ email: EMAIL, password: PASSWORD }, "here")).toMatchObject({
      problem: { kind: "invalid" },
    });
    expect(await findSession({ personId: author.id, sessionVersion: author.sessionVersion })).toBeNull();
  });

  it("can be given neither a password nor admin nor membership, and never becomes an account", async () => {
    const { team, author } = await setUp();
    const change = (data: object) => testDb().person.update({ where: { id: author.id }, data });
    await expect(change({ passwordHash: "x" })).rejects.toThrow(/person_author_has_no_account/);
    await expect(change({ isAdmin: true })).rejects.toThrow(/person_author_has_no_account/);
    await expect(change({ authorIn: null })).rejects.toThrow(/do not become each other/);
    const data = { teamId: team.id, personId: author.id };
    await expect(testDb().membership.create({ data })).rejects.toThrow(/cannot be a member/);
  });

  it("leaves its address to an account, which signs in while the author is there", async () => {
    const { lead } = await setUp();
    const invited = await invite(lead, { role: "member", label: "" });
    const token = invited.ok ? (invited.value.link.split("/").at(-1) ?? "") : "";

    const joined = await registerAndJoin(token, { name: "Ewan", email: EMAIL, password: PASSWORD }, "here");

    expect(joined).toMatchObject({ ok: true });
    expect(await authenticate({ email: EMAIL, password: PASSWORD }, "here")).toMatchObject({ ok: true });
    await expect(createPerson({ email: EMAIL })).rejects.toThrow(/Unique constraint/);
  });

  it("is told apart from an account that was there first", async () => {
    await createPerson({ email: EMAIL, passwordHash: await hashPassword(PASSWORD) });
    const { team } = await setUp();
    expect(await authenticate({ email: EMAIL, password: PASSWORD }, "here")).toMatchObject({ ok: true });
    await expect(createPerson({ email: EMAIL, authorIn: team.id })).rejects.toThrow(/Unique constraint/);
    await createPerson({ email: EMAIL, authorIn: (await createTeam()).id });
  });

  it("is in no list of people, not counted, and no admin can be made of it", async () => {
    const { lead, author } = await setUp();
    const admin = await createTeamViewer();
    await testDb().person.update({ where: { id: admin.personId }, data: { isAdmin: true } });

    expect((await listPeople(lead)).people.map(({ personId }) => personId)).toEqual([lead.personId]);
    expect(await countPeople(lead)).toEqual({ people: 1, leads: 1 });
    const installed = await listInstallationPeople({ ...admin, isAdmin: true });
    expect(installed?.rows.map(({ email }) => email)).not.toContain(EMAIL);
    const made = await setAdmin({ ...admin, isAdmin: true }, { personId: author.id, isAdmin: true });
    expect(made).toMatchObject({ problem: { kind: "not-found" } });
  });

  it("counts in a tally, but neither in the team's progress nor among those to remind", async () => {
    const { team, lead, author } = await setUp();
    const announcement = await createAnnouncement();
    await createVote({ teamId: team.id, announcementId: announcement.id, personId: author.id });

    const overview = await teamOverview(lead);

    expect(overview.conferences[0]).toMatchObject({ teamShare: 0 });
    expect(overview).toMatchObject({ people: 1, marked: { waiting: [], notStarted: 0 } });
    expect(overview.marked?.people.map(({ personId }) => personId)).toEqual([lead.personId]);
    const conference = overview.conferences[0]?.slug ?? "";
    expect(await remindMembers(lead, { conference, personIds: [author.id] })).toEqual({
      ok: true,
      value: { told: [] },
    });
    expect(await testDb().tally.findFirst({ where: { teamId: team.id } })).toMatchObject({ adopt: 1 });
  });
});
