import { describe, expect, it } from "vitest";

import { can, PERMISSIONS } from "@/lib/identity/permissions";

import { offeredPermissions, paletteEntries, type PaletteContext } from "./entries";
import { hereOf } from "./here";

const TEAM = { slug: "platform", name: "Platform" };
const OTHER = { slug: "data", name: "Data" };
const CONFERENCES = [
  { slug: "conf-2031", name: "Conf 2031", announcements: 3, left: 0, round: "closed" },
  { slug: "conf-2030", name: "Conf 2030", announcements: 4, left: 4, round: "none" },
] as const;

const MEMBERS = [
  "mark",
  "agenda",
  "team",
  "people",
  "conference-conf-2030",
  "account",
  "theme-dark",
  "team-data",
  "sign-out",
];
const LEADS = ["round", "shares", "import", "invite", "export-csv", "export-md", "imports", "feeds"];

describe("paletteEntries", () => {
  it.each([
    { who: "a member", isAdmin: false, role: "member", has: MEMBERS, not: [...LEADS, "admin"] },
    { who: "a lead", isAdmin: false, role: "lead", has: [...MEMBERS, ...LEADS], not: ["admin"] },
    { who: "an admin who is a member", isAdmin: true, role: "member", has: [...MEMBERS, "admin"], not: LEADS },
  ] as const)("offers $who what they may do and nothing else", ({ isAdmin, role, has, not }) => {
    const ids = idsOf({ isAdmin, role, here: hereOf("/teams/platform/conferences/conf-2031/shortlist") });

    expect(ids).toEqual(expect.arrayContaining([...has]));
    expect(not.filter((id) => ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("offers under every permission only to whom the permission is given", () => {
    for (const permission of offeredPermissions()) {
      expect(Object.keys(PERMISSIONS)).toContain(permission);
    }
    for (const role of ["member", "lead"] as const) {
      const ids = idsOf({ role });
      expect(ids.includes("import")).toBe(can({ isAdmin: false, role }, "import.create"));
      expect(ids.includes("invite")).toBe(can({ isAdmin: false, role }, "people.manage"));
    }
  });

  it("offers outside a team only what is one's own", () => {
    const ids = idsOf({ team: null, role: null, conferences: [], here: hereOf("/imports") });

    expect(ids).toEqual([
      "account",
      "theme-light",
      "theme-dark",
      "theme-system",
      "team-platform",
      "team-data",
      "sign-out",
    ]);
  });

  it("leads on with the conference of the page, else with the newest that has something left", () => {
    const labels = (path: string) => paletteEntries(contextOf({ here: hereOf(path) })).map(({ detail }) => detail);
    const both = CONFERENCES.map((conference) => ({ ...conference, left: 2 }));
    const mark = (path: string) =>
      paletteEntries(contextOf({ conferences: both, here: hereOf(path) })).find(({ id }) => id === "mark");

    expect(labels("/teams/platform")).toContain("4 in Conf 2030");
    expect(mark("/teams/platform")?.detail).toBe("2 in Conf 2031");
    expect(mark("/teams/platform/conferences/conf-2030/shortlist")?.detail).toBe("2 in Conf 2030");
  });

  it("offers neither marking when nothing is left, nor the page one is on, nor keys where there are none", () => {
    const done = CONFERENCES.map((conference) => ({ ...conference, left: 0 }));

    expect(idsOf({ conferences: done })).not.toContain("mark");
    expect(idsOf({ here: hereOf("/teams/platform/people") })).not.toContain("people");
    expect(idsOf({ here: hereOf("/teams/platform/people") })).not.toContain("keys");
    expect(idsOf({ here: hereOf("/teams/platform/conferences/conf-2030") })).toContain("keys");
  });
});

function contextOf(given: Partial<PaletteContext> = {}): PaletteContext {
  return {
    ...{ isAdmin: false, role: "member", team: TEAM, teams: [TEAM, OTHER], conferences: CONFERENCES },
    ...{ here: hereOf("/teams/platform/announcements/faster-widgets") },
    ...given,
  };
}

function idsOf(given: Partial<PaletteContext>): string[] {
  return paletteEntries(contextOf(given)).map(({ id }) => id);
}
