import { hash } from "@node-rs/argon2";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashPassword, needsRehash, verifyPassword } from "./password";
import { newPassword } from "./schema";

describe("passwords", () => {
  it("are stored as argon2id with the parameters of today", async () => {
    const stored = await hashPassword("correct horse battery");

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(needsRehash(stored)).toBe(false);
  });

  it("match themselves and nothing else", async () => {
    const stored = await hashPassword("correct horse battery");

    expect(await verifyPassword("correct horse battery", stored)).toBe(true);
    expect(await verifyPassword("correct horse batterz", stored)).toBe(false);
    expect(await verifyPassword("", stored)).toBe(false);
  });

  it("match however a keyboard composes them", async () => {
    const stored = await hashPassword("caf\u00e9 au lait noir");

    expect(await verifyPassword("cafe\u0301 au lait noir", stored)).toBe(true);
  });

  it("match nothing where there is no hash", async () => {
    expect(await verifyPassword("correct horse battery", null)).toBe(false);
  });

  it("of weaker parameters still match, and are made again", async () => {
    const old = await hash("correct horse battery", { memoryCost: 8192, timeCost: 1 });

    expect(await verifyPassword("correct horse battery", old)).toBe(true);
    expect(needsRehash(old)).toBe(true);
  });

  it("of more than 200 characters are not cut to a shorter one that matches", async () => {
    const stored = await hashPassword("a".repeat(200));

    expect(await verifyPassword("a".repeat(200), stored)).toBe(true);
    expect(await verifyPassword("a".repeat(201), stored)).toBe(false);
  });

  it("are told their length in a sentence", () => {
    expect(newPassword.safeParse("a".repeat(11)).error?.issues[0]?.message).toBe(
      "Use at least 12 characters. A few words make a good password.",
    );
    expect(newPassword.safeParse("a".repeat(201)).error?.issues[0]?.message).toBe("Use at most 200 characters.");
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 100 }), (text) => {
        expect(newPassword.parse(text)).toBe(text);
      }),
    );
  });
});
