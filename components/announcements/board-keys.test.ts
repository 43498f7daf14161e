import { describe, expect, it } from "vitest";

import { BOARD_KEYS, boardCommand } from "./board-keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const inList = { isTyping: false, isInList: true };
const outside = { isTyping: false, isInList: false };

describe("the keys of the board", () => {
  it("marks with a, i and x", () => {
    expect(boardCommand({ ...plain, key: "a" }, inList)).toEqual({ kind: "mark", choice: "adopt" });
    expect(boardCommand({ ...plain, key: "i" }, inList)).toEqual({ kind: "mark", choice: "investigate" });
    expect(boardCommand({ ...plain, key: "x" }, inList)).toEqual({ kind: "mark", choice: "ignore" });
  });

  it("leaves typing, shortcuts of the browser and other keys alone", () => {
    expect(boardCommand({ ...plain, key: "a" }, { isTyping: true, isInList: true })).toBeNull();
    expect(boardCommand({ ...plain, key: "a", ctrlKey: true }, inList)).toBeNull();
    expect(boardCommand({ ...plain, key: "a", metaKey: true }, inList)).toBeNull();
    expect(boardCommand({ ...plain, key: "Enter" }, inList)).toBeNull();
  });

  it("lets the arrows scroll until the cursor is in the list", () => {
    expect(boardCommand({ ...plain, key: "ArrowDown" }, outside)).toBeNull();
    expect(boardCommand({ ...plain, key: "ArrowDown" }, inList)).toEqual({ kind: "move", to: "next" });
    expect(boardCommand({ ...plain, key: "j" }, outside)).toEqual({ kind: "move", to: "next" });
  });

  it("leaves space to buttons and boxes, and selects with it elsewhere", () => {
    expect(boardCommand({ ...plain, key: " " }, { ...inList, isOnButton: true })).toBeNull();
    expect(boardCommand({ ...plain, key: " " }, outside)).toBeNull();
    expect(boardCommand({ ...plain, key: " " }, inList)).toEqual({ kind: "select" });
    expect(boardCommand({ ...plain, key: " ", shiftKey: true }, inList)).toEqual({ kind: "select-to" });
  });

  it("gives no key two meanings", () => {
    const keys = BOARD_KEYS.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
