import { describe, expect, it } from "vitest";

import { catches, ruleFor } from "./rules";
import type { RuleSubject, RuleTest } from "./types";

const DISKS: RuleSubject = {
  title: "Block Disks are quieter",
  excerpt: "They hum at half the\nvolume in every rack.",
  services: ["Amazon EBS", "Rack & Stack"],
  category: "storage",
};

describe("catches", () => {
  it.each<[RuleTest, boolean]>([
    [{ kind: "contains", value: "block  DISKS" }, true],
    [{ kind: "contains", value: "half the volume" }, true],
    [{ kind: "contains", value: "loud" }, false],
    [{ kind: "contains", value: "" }, false],
    [{ kind: "service", value: "amazon ebs" }, true],
    [{ kind: "service", value: "rack - stack" }, true],
    [{ kind: "service", value: "EBS" }, false],
    [{ kind: "service", value: "" }, false],
    [{ kind: "category", value: "storage" }, true],
    [{ kind: "category", value: "compute" }, false],
    [{ kind: "regional", value: "" }, false],
  ])("%j: %s", (rule, isCaught) => expect(catches(rule, DISKS)).toBe(isCaught));
});

it("lets the first rule that catches an item count", () => {
  const rules: RuleTest[] = [
    { kind: "category", value: "compute" },
    { kind: "contains", value: "quieter" },
    { kind: "category", value: "storage" },
  ];

  expect(ruleFor(rules, DISKS)).toBe(rules[1]);
  expect(ruleFor(rules.slice(0, 1), DISKS)).toBeNull();
});
