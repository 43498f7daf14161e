import { describe, expect, it } from "vitest";

import { noticeContent, type Notice, type NoticeContent } from "./kinds";
import { noticeSentence } from "./sentence";

const closing = { closesAt: "2021-01-08T17:00:00.000Z", timeZone: "Europe/London" };
const NOTICES: [NoticeContent, Partial<Notice>, string][] = [
  [
    { kind: "round-opened", data: { ...closing, isBlind: true } },
    {},
    "Lena opened the round for Conf 2030. It closes Fri 8 Jan, 17:00 GMT; others’ marks are hidden until you mark.",
  ],
  [
    { kind: "round-reopened", data: { ...closing, isBlind: false } },
    {},
    "Lena reopened the round for Conf 2030. It closes Fri 8 Jan, 17:00 GMT.",
  ],
  [
    { kind: "round-changed", data: { ...closing, moved: "later", isLifted: true } },
    {},
    "Lena extended the round for Conf 2030. It closes Fri 8 Jan, 17:00 GMT, and everybody sees all marks now.",
  ],
  [
    { kind: "round-changed", data: { ...closing, moved: "earlier", isLifted: false } },
    {},
    "Lena had the round for Conf 2030 close sooner. It closes Fri 8 Jan, 17:00 GMT.",
  ],
  [
    { kind: "round-changed", data: { ...closing, moved: null, isLifted: true } },
    {},
    "Lena lifted the blind from the round for Conf 2030: everybody sees all marks now.",
  ],
  [
    { kind: "round-closed", data: { closedAt: closing.closesAt, timeZone: "Asia/Tokyo" } },
    { by: null },
    "The round for Conf 2030 closed Sat 9 Jan, 02:00 GMT+9.",
  ],
  [
    { kind: "round-closed", data: { closedAt: closing.closesAt, timeZone: "UTC" } },
    {},
    "Lena closed the round for Conf 2030, Fri 8 Jan, 17:00 UTC.",
  ],
  [
    { kind: "round-closing", data: closing },
    { by: null, left: 1 },
    "The round for Conf 2030 closes Fri 8 Jan, 17:00 GMT. You have 1 announcement left to mark.",
  ],
  [{ kind: "reminder", data: {} }, {}, "Lena asks for your marks on Conf 2030: you have 12 announcements left."],
];

describe("noticeSentence", () => {
  it.each(NOTICES)("of %j with %j", (content, more, sentence) => {
    const notice: Notice = {
      ...content,
      ...{ id: "1", by: "Lena", conference: { slug: "conf", name: "Conf 2030" }, left: 12 },
      ...(more.by === null && { by: null }),
      ...(more.left !== undefined && { left: more.left }),
    };

    expect(noticeSentence(notice, { isNamed: true })).toBe(sentence);
    expect(noticeSentence(notice, { isNamed: false })).not.toContain("Conf 2030");
    expect(noticeContent({ kind: content.kind, data: JSON.parse(JSON.stringify(content.data)) })).toEqual(content);
  });
});

describe("noticeContent", () => {
  it.each([
    { kind: "horoscope", data: {} },
    { kind: "round-opened", data: { closesAt: "soon", timeZone: "UTC", isBlind: false } },
    { kind: "round-opened", data: null },
  ])("is null for %j", (stored) => {
    expect(noticeContent(stored)).toBeNull();
  });
});
