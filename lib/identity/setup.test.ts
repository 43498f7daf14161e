import { beforeEach, describe, expect, it, vi } from "vitest";

import { createPerson } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";

import { setUp, setupLink, setupState } from "./setup";

const INPUT = { name: "Ada Example", email: "Ada@Example.com", password: "correct horse battery", team: "Platform" };

describe("setting up", () => {
  beforeEach(async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of these tests, long enough");
    vi.stubEnv("DEBRIEF_URL", "https://debrief.example");
    await resetDatabase();
  });

  it("has a link that survives restarts, until there is an admin", async () => {
    const link = await setupLink();

    expect(link).toMatch(/^https:\/\/debrief\.example\/setup\/[\w-]{43}$/);
    expect(await setupLink()).toBe(link);
    await createPerson({ isAdmin: true });
    expect(await setupLink()).toBeNull();
  });

  it("makes the first admin, who leads the first team", async () => {
    const result = await setUp(await token(), INPUT);

    const person = await testDb().person.findFirstOrThrow({ where: { email: "ada@example.com" } });
    expect(result).toEqual({
      ok: true,
      value: { session: { personId: person.id, sessionVersion: 1 }, teamSlug: "platform" },
    });
    expect(person.isAdmin).toBe(true);
    const [membership] = await testDb().membership.findMany({ include: { team: true } });
    expect(membership).toMatchObject({ personId: person.id, role: "lead", team: { name: "Platform" } });
    expect(await testDb().auditEvent.findMany()).toMatchObject([{ action: "installation.set-up", actorId: person.id }]);
  });

  it("happens once", async () => {
    const used = await token();
    await setUp(used, INPUT);

    expect(await setupState(used)).toBe("done");
    expect(await setUp(used, { ...INPUT, email: "eve@example.com" })).toMatchObject({ problem: { kind: "conflict" } });
    expect(await testDb().person.count()).toBe(1);
  });

  it("happens once when two do it at the same moment", async () => {
    const used = await token();
    const emails = ["ada@example.com", "grace@example.com", "eve@example.com"];

    const results = await Promise.all(emails.map((email) => setUp(used, { ...INPUT, email })));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().person.count({ where: { isAdmin: true } })).toBe(1);
    expect(await testDb().team.count()).toBe(1);
  });

  it("refuses a wrong link, and one of another installation", async () => {
    const other = await token();
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of another installation here");

    for (const wrong of [other, "", "x", `${await token()}x`]) {
      expect(await setupState(wrong)).toBe("unknown");
      expect(await setUp(wrong, INPUT)).toMatchObject({ problem: { kind: "not-found" } });
    }
    expect(await testDb().person.count()).toBe(0);
  });

  it("changes nothing on bad input, and names every field", async () => {
    const result = await setUp(await token(), { name: " ", email: "ada", password: "short", team: "" });

    expect(result).toMatchObject({
      problem: {
        kind: "invalid",
        fields: {
          name: expect.any(String),
          email: expect.any(String),
          password: expect.any(String),
          team: expect.any(String),
        },
      },
    });
    expect(await testDb().person.count()).toBe(0);
  });
});

async function token(): Promise<string> {
  return (await setupLink())?.split("/").at(-1) ?? "";
}
