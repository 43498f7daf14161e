import { describe, expect, it } from "vitest";

import { TRIAGE_KEYS, triageCommand } from "./triage-keys";

const PRESS = { key: "a", ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const ON_PAGE = { isTyping: false, isOnControl: false };

describe("triageCommand", () => {
  it("knows every key of the help, each once", () => {
    const keys = TRIAGE_KEYS.flatMap((meaning) => meaning.keys);

    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(triageCommand({ ...PRESS, key }, ON_PAGE)).not.toBeNull();
  });

  it("marks with one key", () => {
    expect(triageCommand(PRESS, ON_PAGE)).toEqual({ kind: "mark", choice: "adopt" });
  });

  it("leaves keys to who types, to the browser, and to a hand that rests on them", () => {
    expect(triageCommand(PRESS, { ...ON_PAGE, isTyping: true })).toBeNull();
    expect(triageCommand({ ...PRESS, metaKey: true }, ON_PAGE)).toBeNull();
    expect(triageCommand({ ...PRESS, repeat: true }, ON_PAGE)).toBeNull();
    expect(triageCommand({ ...PRESS, key: "ArrowDown" }, ON_PAGE)).toBeNull();
  });

  it("leaves Enter to links and buttons", () => {
    expect(triageCommand({ ...PRESS, key: "Enter" }, { ...ON_PAGE, isOnControl: true })).toBeNull();
    expect(triageCommand({ ...PRESS, key: "Enter" }, ON_PAGE)).toEqual({ kind: "next" });
  });
});
