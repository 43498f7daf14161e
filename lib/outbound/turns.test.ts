import { expect, it } from "vitest";

import { Turns } from "./turns";

it("runs so many at once, lets so many wait, and turns away the rest", async () => {
  const turns = new Turns({ atOnce: 2, waiting: 2 });
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const job = (name: string) =>
    turns.take(async () => {
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      return name;
    });

  const answers = ["a", "b", "c", "d", "e"].map(job);
  await expect(answers[4]).resolves.toBeNull();
  for (let ended = 0; ended < 4; ended += 1) {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.();
  }

  expect(await Promise.all(answers)).toEqual(["a", "b", "c", "d", null]);
  expect(most).toBe(2);
});

it("hands its place on when it fails", async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1 });
  await expect(turns.take(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");

  expect(await turns.take(() => Promise.resolve("next"))).toBe("next");
});
