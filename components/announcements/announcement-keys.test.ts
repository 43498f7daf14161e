import { expect, it } from "vitest";

import { announcementCommand } from "./announcement-keys";

const press = (key: string, held = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...held,
});

it("marks, notes, comments and moves on by one key each", () => {
  expect(announcementCommand(press("a"), false)).toEqual({ kind: "mark", choice: "adopt" });
  expect(announcementCommand(press("n"), false)).toEqual({ kind: "note" });
  expect(announcementCommand(press("ArrowRight"), false)).toEqual({ kind: "go", to: "next" });
});

it("leaves typing, shortcuts of the browser, held keys and every other key alone", () => {
  expect(announcementCommand(press("a"), true)).toBeNull();
  expect(announcementCommand(press("a", { metaKey: true }), false)).toBeNull();
  expect(announcementCommand(press("a", { repeat: true }), false)).toBeNull();
  expect(announcementCommand(press("ArrowDown"), false)).toBeNull();
  expect(announcementCommand(press("toString"), false)).toBeNull();
});
