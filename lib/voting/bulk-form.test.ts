import { describe, expect, it } from "vitest";

import { readBulkForm } from "./bulk-form";

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("readBulkForm", () => {
  it("gives what is selected one choice", () => {
    const read = readBulkForm(
      form([
        ["marks", "adopt"],
        ["select", "one"],
        ["select", "two"],
        ["note:one", "No."],
      ]),
    );
    expect(read).toEqual({
      marks: [
        { announcementId: "one", choice: "adopt" },
        { announcementId: "two", choice: "adopt" },
      ],
    });
  });

  it("gives each its own choice and note", () => {
    const read = readBulkForm(
      form([
        ["each", "one:ignore"],
        ["each", "two:withdraw"],
        ["note:one", "Dear: 3:1"],
      ]),
    );
    expect(read).toEqual({
      marks: [
        { announcementId: "one", choice: "ignore", note: "Dear: 3:1" },
        { announcementId: "two", choice: "withdraw", note: undefined },
      ],
    });
  });

  it("leaves a form that marks one alone, and marks nothing when nothing is selected", () => {
    expect(
      readBulkForm(
        form([
          ["mark", "one:adopt"],
          ["select", "one"],
        ]),
      ),
    ).toBeNull();
    expect(readBulkForm(form([["marks", "adopt"]]))).toEqual({ marks: [] });
  });
});
