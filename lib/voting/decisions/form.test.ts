import { describe, expect, it } from "vitest";

import type { Decision } from "./decision";
import { fieldsOf, readDecideMany, readSettleForm, SELECTED, selectedValue } from "./form";
import { quartersFrom } from "./quarters";
import { settleSchema } from "./schema";

const OWNER = "0b7e6a2e-3c1c-4a53-9a3e-6a1c5f0f7a11";

describe("readDecideMany", () => {
  it("reads back what is selected, with what stood there, and what is settled", () => {
    const form = new FormData();
    form.append(SELECTED, selectedValue({ id: "one", was: null }));
    form.append(SELECTED, selectedValue({ id: "two", was: "2021-01-04T09:00:00.000Z" }));
    form.append("choice", "adopt");
    form.append("target", "Q1 2021");

    expect(readDecideMany(form)).toMatchObject({
      items: [
        { announcementId: "one", was: null },
        { announcementId: "two", was: "2021-01-04T09:00:00.000Z" },
      ],
      choice: "adopt",
      target: "Q1 2021",
    });
  });
});

describe("fieldsOf", () => {
  it("shows a decision as its form sends it back unchanged", () => {
    const decision: Decision = {
      choice: "ignore",
      reason: "No.",
      by: { personId: "1", name: "Ewan" },
      at: "2021-01-04T09:00:00.000Z",
      owner: { personId: OWNER, name: "Priya" },
      target: { on: "2021-03-31", isQuarter: true },
      effort: "XL",
      effortDays: 2.5,
      reopenWhen: "Later.",
      reopenOn: "2022-01-01",
      delivery: "planned",
      deliveryOn: null,
    };
    const form = new FormData();
    form.set("announcementId", "0b7e6a2e-3c1c-4a53-9a3e-6a1c5f0f7a12");
    for (const [name, value] of Object.entries(fieldsOf(decision))) form.set(name, value ?? "");

    expect(settleSchema.parse(readSettleForm(form))).toMatchObject({
      ...{ choice: "ignore", reason: "No.", owner: OWNER, target: decision.target, effort: "XL" },
      ...{ days: 2.5, reopenWhen: "Later.", reopenOn: "2022-01-01", was: null },
    });
  });
});

describe("quartersFrom", () => {
  it("begins with the quarter of the day and goes on over the year", () => {
    const from = (day: string) => quartersFrom(new Date(`${day}T12:00:00Z`));

    expect(from("2021-11-21")).toEqual(["Q4 2021", "Q1 2022", "Q2 2022", "Q3 2022", "Q4 2022", "Q1 2023"]);
    expect(from("2021-01-31")[0]).toBe("Q1 2021");
    expect(from("2021-08-31")[1]).toBe("Q4 2021");
  });
});
