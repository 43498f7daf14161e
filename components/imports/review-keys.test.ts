import { describe, expect, it } from "vitest";

import { REVIEW_KEYS, reviewCommand } from "./review-keys";

const FREE = { isTyping: false, isInList: true };

describe("reviewCommand", () => {
  it("knows every key it shows, each for one thing", () => {
    const keys = REVIEW_KEYS.flatMap((meaning) => meaning.keys);

    for (const { keys: own, command } of REVIEW_KEYS) {
      for (const key of own) expect(reviewCommand(press(key), FREE)).toEqual(command);
    }
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("leaves typing, shortcuts of the browser and other keys alone", () => {
    expect(reviewCommand(press("a"), { ...FREE, isTyping: true })).toBeNull();
    expect(reviewCommand({ ...press("a"), ctrlKey: true }, FREE)).toBeNull();
    expect(reviewCommand({ ...press("a"), metaKey: true }, FREE)).toBeNull();
    expect(reviewCommand({ ...press("a"), altKey: true }, FREE)).toBeNull();
    expect(reviewCommand(press("q"), FREE)).toBeNull();
    expect(reviewCommand(press("Enter"), FREE)).toBeNull();
  });

  it("answers once for a key that is held, and moves on for as long as it is", () => {
    expect(reviewCommand({ ...press("a"), repeat: true }, FREE)).toBeNull();
    expect(reviewCommand({ ...press("u"), repeat: true }, FREE)).toBeNull();
    expect(reviewCommand({ ...press("j"), repeat: true }, FREE)).toEqual({ kind: "move", by: 1 });
  });

  it("lets the arrows scroll the post", () => {
    expect(reviewCommand(press("ArrowDown"), { isTyping: false, isInList: false })).toBeNull();
    expect(reviewCommand(press("j"), { isTyping: false, isInList: false })).toEqual({ kind: "move", by: 1 });
  });

  it("publishes with Ctrl and Enter, also out of a field", () => {
    expect(reviewCommand({ ...press("Enter"), ctrlKey: true }, { isTyping: true, isInList: true })).toEqual({
      kind: "publish-now",
    });
  });
});

function press(key: string) {
  return { key, repeat: false, ctrlKey: false, metaKey: false, altKey: false };
}
