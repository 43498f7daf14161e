import { describe, expect, it } from "vitest";

import type { BoardRow } from "@/lib/catalogue/board/types";

import { changeBoard, openBoard } from "./board-state";

function row(id: string, mine: BoardRow["mine"] = null): BoardRow {
  const tally = { adopt: 0, investigate: 0, ignore: 0 };
  const shown = { slug: id, title: id, category: "compute", availability: "ga", services: [], mentions: 1 } as const;
  return { ...shown, id, services: [], comments: 0, mine, marks: 0, tally, lean: null, decision: null };
}

const adopt = { choice: "adopt", note: "" } as const;
const ignore = { choice: "ignore", note: "Why not." } as const;
const answer = {
  announcementId: "one",
  mine: adopt,
  marks: 5,
  tally: { adopt: 4, investigate: 1, ignore: 0 },
  lean: "adopt",
  marked: 12,
} as const;

describe("an open board", () => {
  it("fills a mark at once, counts it, and takes tally and lean from the answer", () => {
    const opened = openBoard({ rows: [row("one"), row("two")], next: null, marked: 10 });

    const wished = changeBoard(opened, { kind: "wished", id: "one", wish: { mark: "adopt" } });
    expect(wished.rows[0]?.mine).toEqual(adopt);
    expect(wished.marked).toBe(11);
    expect(wished.rows[1]).toBe(opened.rows[1]);

    const stored = changeBoard(wished, { kind: "stored", answer, isLatest: true });
    expect(stored.rows[0]).toMatchObject({ tally: { adopt: 4 }, lean: "adopt" });
    expect(stored.marked).toBe(12);
  });

  it("returns to what is stored when a mark is refused", () => {
    const opened = openBoard({ rows: [row("one", ignore)], next: null, marked: 1 });

    const wished = changeBoard(opened, { kind: "wished", id: "one", wish: { mark: "adopt" } });
    const refused = changeBoard(wished, { kind: "refused", id: "one" });

    expect(refused.rows[0]?.mine).toEqual(ignore);
    expect(refused.marked).toBe(1);
  });

  it("keeps the fill of a later wish while an earlier one is answered, and knows what is stored", () => {
    const opened = openBoard({ rows: [row("one")], next: null, marked: 0 });
    const wished = changeBoard(opened, { kind: "wished", id: "one", wish: { mark: "ignore" } });

    const earlier = changeBoard(wished, { kind: "stored", answer, isLatest: false });
    expect(earlier.rows[0]?.mine).toMatchObject({ choice: "ignore" });

    const refused = changeBoard(earlier, { kind: "refused", id: "one" });
    expect(refused.rows[0]?.mine).toEqual(adopt);
  });

  it("appends a page once, whatever came twice", () => {
    const opened = openBoard({ rows: [row("one")], next: "x", marked: 0 });

    const appended = changeBoard(opened, { kind: "appended", rows: [row("one"), row("two")], next: null });

    expect(appended.rows.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(appended.next).toBeNull();
  });

  it("shows what others did where it stands, and leaves the rows that it does not touch", () => {
    const opened = openBoard({ rows: [row("one"), row("two", ignore)], next: null, marked: 1 });
    const stood = { marks: 1, tally: { adopt: 1, investigate: 0, ignore: 0 }, lean: "adopt" } as const;
    const told = { announcementId: "one", ...stood, comments: 2, decision: "adopt" } as const;

    const heard = changeBoard(opened, { kind: "standings", standings: [told] });

    expect(heard.rows.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(heard.rows[0]).toMatchObject({ ...stood, comments: 2, decision: "adopt", mine: null });
    expect(heard.rows[1]).toBe(opened.rows[1]);
    expect(heard.marked).toBe(1);
    expect(changeBoard(heard, { kind: "standings", standings: [told] })).toBe(heard);
    expect(changeBoard(heard, { kind: "standings", standings: [{ ...told, announcementId: "x" }] })).toBe(heard);
  });

  it("takes one's own mark from another window, unless one of this page is on its way", () => {
    const opened = openBoard({ rows: [row("one")], next: null, marked: 0 });
    const told = { announcementId: "one", marks: 1, tally: null, lean: null, comments: 0, decision: null, mine: adopt };
    const standings = { kind: "standings", standings: [told] } as const;

    expect(changeBoard(opened, standings)).toMatchObject({ rows: [{ mine: adopt }], marked: 1 });

    const wished = changeBoard(opened, { kind: "wished", id: "one", wish: { mark: "ignore" } });
    const sent = changeBoard(wished, { kind: "pending", pending: new Map([["one", { mark: "ignore" }]]) });
    const heard = changeBoard(sent, standings);
    expect(heard).toMatchObject({ rows: [{ mine: { choice: "ignore" }, marks: 1 }], marked: 1 });
    expect(changeBoard(heard, { kind: "refused", id: "one" }).rows[0]?.mine).toEqual(adopt);
  });

  it("forgets the rows of a page that is far away, keeps its place, and takes it in again without doubles", () => {
    const first = openBoard({ rows: [row("one"), row("two")], next: "x", marked: 0 });
    const both = changeBoard(first, { kind: "appended", rows: [row("three")], next: null });

    const left = changeBoard(both, { kind: "left", heights: new Map([[0, 112]]) });
    expect(left.rows.map(({ id }) => id)).toEqual(["three"]);
    expect(left.pages[0]).toEqual({ after: null, rows: null, count: 2, height: 112 });
    expect(Object.keys(left.stored)).toEqual(["three"]);

    const back = changeBoard(left, { kind: "returned", page: 0, rows: [row("two", adopt), row("three")] });
    expect(back.rows.map(({ id }) => id)).toEqual(["two", "three"]);
    expect(back.stored.two).toEqual(adopt);
  });

  it("lays a list out as it was left, and not over another list", () => {
    const opened = openBoard({ rows: [row("one")], next: "x", marked: 0 });
    const pages = [null, "x", "y"].map((after) => ({ after, count: 50, height: 2_800 }));

    const placed = changeBoard(opened, { kind: "placed", place: { pages, next: "z" } });
    expect(placed.pages.map(({ after, rows }) => [after, rows?.length ?? null])).toEqual([
      [null, 1],
      ["x", null],
      ["y", null],
    ]);
    expect(placed.next).toBe("z");
    const other = { pages: [{ after: "q", count: 50, height: 2_800 }, ...pages], next: "z" };
    expect(changeBoard(opened, { kind: "placed", place: other })).toBe(opened);
  });
});
