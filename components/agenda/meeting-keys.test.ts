import { describe, expect, it } from "vitest";

import { MEETING_KEYS, meetingKey } from "./meeting-keys";

const PRESS = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const NOWHERE = { isTyping: false, isControl: false };

describe("meetingKey", () => {
  it("gives every key one meaning", () => {
    const keys = MEETING_KEYS.flatMap((meaning) => meaning.keys);

    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(meetingKey({ ...PRESS, key }, NOWHERE)?.keys).toContain(key);
  });

  it("leaves alone what is typed, held down or the browser's", () => {
    expect(meetingKey({ ...PRESS, key: "a" }, { isTyping: true, isControl: true })).toBeNull();
    expect(meetingKey({ ...PRESS, key: "l", repeat: true }, NOWHERE)).toBeNull();
    expect(meetingKey({ ...PRESS, key: "p", ctrlKey: true }, NOWHERE)).toBeNull();
    expect(meetingKey({ ...PRESS, key: "constructor" }, NOWHERE)).toBeNull();
  });

  it("leaves Enter to what has the focus", () => {
    expect(meetingKey({ ...PRESS, key: "Enter" }, { isTyping: false, isControl: true })).toBeNull();
    expect(meetingKey({ ...PRESS, key: "a" }, { isTyping: false, isControl: true })?.does).toBe("Choose adopt");
  });
});
