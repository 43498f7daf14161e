import fc from "fast-check";
import { expect, it } from "vitest";

import { disposition, fileName } from "./file-name";

it("names a download in ASCII and in UTF-8", () => {
  expect(disposition("Forum Müller: 2030 (été) 🚀.csv")).toBe(
    "attachment; filename=\"Forum Muller 2030 (ete).csv\"; filename*=UTF-8''Forum%20M%C3%BCller%202030%20%28%C3%A9t%C3%A9%29%20%F0%9F%9A%80.csv",
  );
  expect(disposition("../...md")).toContain('filename="shortlist.md"');
  expect(disposition("会議.md")).toContain('filename="shortlist.md"');
});

it("is a header of one line with one quoted name, whatever the conference is called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(disposition(`${name}.csv`)).toMatch(
        /^attachment; filename="[ !#-.0-[\]-~]+\.csv"; filename\*=UTF-8''[\w!#$&+\-.^`|~%]+\.csv$/,
      );
    }),
  );
});

it("calls a file by conference, content and day", () => {
  const conference = { slug: "c", name: "AWS re:Invent 2020", startsOn: null, endsOn: null };
  expect(fileName({ conference, at: "2021-01-04T11:20:00.000Z" }, "shortlist.csv")).toBe(
    "AWS re Invent 2020 shortlist 2021-01-04.csv",
  );
});
