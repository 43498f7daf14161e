import { expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";

import { inOrder } from "./in-order";

it("puts what was decided between the comments by time, after those of the same moment", () => {
  const at = (second: number) => `2021-01-04T09:00:0${second}.000Z`;
  const comment = (id: string, createdAt: string) => {
    const said = { id, author: { id: "1", name: "Ada", hasAccount: true }, body: "Yes.", createdAt };
    return { ...said, editedAt: null, deleted: null };
  };
  const decided = (id: string, when: string) => ({ ...decision({ at: when }), kind: "settled" as const, id });

  const items = inOrder({
    comments: [comment("a", at(1)), comment("b", at(3))],
    decisions: [decided("0", at(0)), decided("1", at(1)), decided("2", at(5))],
  });

  expect(items.map((item) => item.comment?.id ?? item.decision?.id)).toEqual(["0", "a", "1", "b", "2"]);
});
