import { describe, expect, it } from "vitest";

import { formatOf } from "@/lib/shortlist/export/formats";

import { exportGroups } from "./export-entries";

const PLATFORM = { team: "platform", conference: "conf-2030", query: "quarter=2031-Q1", decided: 6 };

function entries(of = PLATFORM) {
  return exportGroups(of)
    .flat()
    .flatMap(({ entries: some }) => some);
}

describe("exportGroups", () => {
  it("names nothing twice, and leads to files that there are", () => {
    const names = entries().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { file } of entries()) {
      if (file !== undefined) expect(formatOf(/\/export\/([^?]+)/.exec(file)?.[1] ?? "")).not.toBeNull();
    }
  });

  it("carries the filter along, but leaves everything whole", () => {
    for (const { name, file, page } of entries()) {
      if (name === "Debrief JSON") expect(file).not.toContain("quarter");
      else expect(file ?? page).toMatch(/[?&]quarter=2031-Q1$/);
    }
  });

  it("counts issues, and gives those that one file should not hold in several", () => {
    const jira = (decided: number) => entries({ ...PLATFORM, decided }).find(({ name }) => name === "Jira CSV");

    expect(jira(1)).toMatchObject({ about: "1 issue", file: expect.stringContaining("/jira.csv") });
    expect(jira(1_500)).toMatchObject({ about: "1,500 issues", file: expect.stringContaining("/jira.csv") });
    expect(jira(1_501)).toMatchObject({ about: "1,501 issues, zip", file: expect.stringContaining("/jira.zip") });
  });
});
