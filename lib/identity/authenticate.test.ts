import { hash } from "@node-rs/argon2";
import { beforeEach, describe, expect, it } from "vitest";

import { createPerson } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";

import { authenticate } from "./authenticate";
import { hashPassword } from "./password";
import { TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS } from "./sign-in-limits";

const PASSWORD = "correct horse battery";
const WRONG = "wrong horse battery";
const MISMATCH = { ok: false, problem: { kind: "invalid", message: "E-mail and password do not match." } };

describe("authenticate", () => {
  beforeEach(resetDatabase);

  it("knows a person by address and password, however the address is typed", async () => {
    const person = await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });

    const result = await authenticate({ email: "  Ada@Example.com ", password: PASSWORD }, "192.0.2.1");

    expect(result).toEqual({ ok: true, value: { personId: person.id, sessionVersion: 1 } });
  });

  it("answers alike for a wrong password, an unknown address, no password and a deactivated person", async () => {
    const passwordHash = await hashPassword(PASSWORD);
    await createPerson({ email: "ada@example.com", passwordHash });
    await createPerson({ email: "none@example.com", passwordHash: null });
    await createPerson({ email: "gone@example.com", passwordHash, deactivatedAt: new Date(0) });

    expect(await tryAs("ada@example.com", WRONG)).toMatchObject(MISMATCH);
    expect(await tryAs("nobody@example.com", PASSWORD)).toMatchObject(MISMATCH);
    expect(await tryAs("none@example.com", PASSWORD)).toMatchObject(MISMATCH);
    expect(await tryAs("gone@example.com", PASSWORD)).toMatchObject(MISMATCH);
  });

  it("asks for what is missing before it counts a try", async () => {
    expect(await tryAs("not an address", "")).toMatchObject({
      ok: false,
      problem: { fields: { email: expect.any(String), password: "Type your password." } },
    });
    expect(await testDb().rateLimiterFlexible.count()).toBe(0);
  });

  it("makes an old hash anew while the password is at hand", async () => {
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
    const { id } = await createPerson({ email: "ada@example.com", passwordHash: old });

    await tryAs("ada@example.com", PASSWORD);

    const { passwordHash } = await testDb().person.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await tryAs("ada@example.com", PASSWORD)).toMatchObject({ ok: true });
  });
});

describe("limits", () => {
  beforeEach(resetDatabase);

  it("refuse an account after ten tries, the right password too, and say how long to wait", async () => {
    await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });
    for (let tries = 0; tries < TRIES_PER_ACCOUNT; tries += 1) await tryAs("ada@example.com", WRONG);

    const result = await authenticate({ email: "ADA@example.com", password: PASSWORD }, "198.51.100.9");

    expect(result).toEqual({
      ok: false,
      problem: {
        kind: "rate-limited",
        message: "Too many tries. Wait 15 minutes, then try again.",
        retryAfter: expect.any(Number),
      },
    });
    expect(await tryAs("grace@example.com", WRONG)).toMatchObject(MISMATCH);
  });

  it("count tries made at once, all of them", async () => {
    const tries = Array.from({ length: TRIES_PER_ACCOUNT + 5 }, () => tryAs("ada@example.com", WRONG));

    const refused = (await Promise.all(tries)).filter((each) => !each.ok && each.problem.kind === "rate-limited");

    expect(refused).toHaveLength(5);
  });

  it("start anew for an account after a success", async () => {
    await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });
    for (let tries = 1; tries < TRIES_PER_ACCOUNT; tries += 1) await tryAs("ada@example.com", WRONG);
    await tryAs("ada@example.com", PASSWORD);

    expect(await tryAs("ada@example.com", WRONG)).toMatchObject(MISMATCH);
    expect(await tryAs("ada@example.com", PASSWORD)).toMatchObject({ ok: true });
  });

  it("refuse an address that tries one account after another, and no other address", async () => {
    await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });
    await tryAs("nobody@example.com", WRONG);
    await testDb().rateLimiterFlexible.update({
      where: { key: "address:192.0.2.1" },
      data: { points: TRIES_PER_ADDRESS },
    });

    expect(await tryAs("ada@example.com", PASSWORD)).toMatchObject({ problem: { kind: "rate-limited" } });
    expect(await authenticate({ email: "ada@example.com", password: PASSWORD }, "192.0.2.2")).toMatchObject({
      ok: true,
    });
  });

  it("let an office sign in on a Monday morning", async () => {
    await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });
    for (let person = 0; person < 5; person += 1) await tryAs("ada@example.com", PASSWORD);

    const { points } = await testDb().rateLimiterFlexible.findUniqueOrThrow({ where: { key: "address:192.0.2.1" } });

    expect(points).toBe(0);
  });

  it("end with their quarter of an hour", async () => {
    await createPerson({ email: "ada@example.com", passwordHash: await hashPassword(PASSWORD) });
    for (let tries = 0; tries < TRIES_PER_ACCOUNT; tries += 1) await tryAs("ada@example.com", WRONG);
    await testDb().rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1000) } });

    expect(await tryAs("ada@example.com", PASSWORD)).toMatchObject({ ok: true });
  });
});

function tryAs(email: string, password: string) {
  return authenticate({ email, password }, "192.0.2.1");
}
