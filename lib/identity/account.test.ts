import { describe, expect, it } from "vitest";

import { createPerson } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";

import { changeName, changePassword, signOutEverywhere } from "./account";
import { authenticate } from "./authenticate";
import { hashPassword } from "./password";
import { findSession } from "./session";
import { TRIES_PER_ACCOUNT } from "./sign-in-limits";
import { decodeSession, encodeSession } from "./token";

const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "another horse entirely";
const ADDRESS = "192.0.2.1";

describe("an account", () => {
  it("changes its name, on the record", async () => {
    const viewer = await signedIn();

    expect(await changeName(viewer, { name: "  Ada   King " })).toEqual({ ok: true, value: true });

    const events = await testDb().auditEvent.findMany({ where: { actorId: viewer.personId } });
    expect(events).toMatchObject([{ action: "person.renamed", data: { from: "Ada Example", to: "Ada King" } }]);
  });

  it("changes its password and ends the other sessions", async () => {
    const viewer = await signedIn();
    const before = { personId: viewer.personId, sessionVersion: 1 };

    const result = await changePassword(viewer, { password: PASSWORD, newPassword: NEW_PASSWORD }, ADDRESS);

    expect(result).toEqual({ ok: true, value: { ...before, sessionVersion: 2 } });
    expect(await findSession(before)).toBeNull();
    expect(await findSession({ ...before, sessionVersion: 2 })).not.toBeNull();
    expect(await authenticate({ email: viewer.email, password: PASSWORD }, ADDRESS)).toMatchObject({ ok: false });
    expect(await authenticate({ email: viewer.email, password: NEW_PASSWORD }, ADDRESS)).toMatchObject({ ok: true });
    expect(JSON.stringify(await auditOf(viewer.personId))).not.toContain("argon2");
  });

  it("keeps its password when the current one is wrong, and limits guessing it", async () => {
    const viewer = await signedIn();
    const guess = () => changePassword(viewer, { password: "a wrong guess", newPassword: NEW_PASSWORD }, ADDRESS);

    expect(await guess()).toMatchObject({ problem: { fields: { password: "This is not your current password." } } });
    for (let tries = 1; tries < TRIES_PER_ACCOUNT; tries += 1) await guess();
    expect(await guess()).toMatchObject({ problem: { kind: "rate-limited" } });
    expect(await findSession({ personId: viewer.personId, sessionVersion: 1 })).not.toBeNull();
  });

  it("signs out everywhere", async () => {
    const viewer = await signedIn();

    await signOutEverywhere(viewer);

    expect(await findSession({ personId: viewer.personId, sessionVersion: 1 })).toBeNull();
  });

  it("is no session once deactivated", async () => {
    const viewer = await signedIn();
    await testDb().person.update({ where: { id: viewer.personId }, data: { deactivatedAt: new Date() } });

    expect(await findSession({ personId: viewer.personId, sessionVersion: 1 })).toBeNull();
  });
});

describe("a session token", () => {
  const claim = { personId: "00000000-0000-4000-8000-000000000001", sessionVersion: 3 };

  it("says who and which version, and is new each time", async () => {
    const [one, two] = [await encodeSession(claim), await encodeSession(claim)];

    expect(one).not.toBe(two);
    expect(await decodeSession(one)).toEqual(claim);
  });

  it.each(["", "x", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."])("that reads %j is none", async (cookie) => {
    expect(await decodeSession(cookie)).toBeNull();
  });
});

async function signedIn() {
  const { id, name, email } = await createPerson({ passwordHash: await hashPassword(PASSWORD) });
  return { personId: id, name, email, isAdmin: false };
}

function auditOf(actorId: string) {
  return testDb().auditEvent.findMany({ where: { actorId }, select: { action: true, data: true } });
}
