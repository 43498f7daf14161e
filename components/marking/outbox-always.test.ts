import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Answer } from "@/components/announcements/send-mark";

import { fakeWorld } from "./fake-world";

const CHOICES = ["adopt", "investigate", "ignore", "withdraw"] as const;
const NETWORKS = ["up", "down", "answer-lost", "signed-out"] as const;

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant("mark" as const),
      tab: fc.nat(1),
      id: fc.constantFrom("one", "two", "three"),
      mark: fc.constantFrom(...CHOICES),
    }),
    fc.record({ do: fc.constant("network" as const), is: fc.constantFrom(...NETWORKS) }),
    fc.record({ do: fc.constant("pass" as const), ms: fc.nat(20_000) }),
    fc.record({ do: fc.constant("reload" as const), tab: fc.nat(1) }),
  ),
  { maxLength: 40 },
);

describe.each([{ hasLocks: true }, { hasLocks: false }])("whatever happens, with locks: $hasLocks", (browser) => {
  it("the last wish of a person is what is stored in the end, and every mark is answered", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const world = fakeWorld(browser);
        const tabs = [world.openTab(), world.openTab()];
        const wanted = new Map<string, string>();
        const open = new Map<Promise<Answer>, number>();
        for (const step of all) {
          const tab = "tab" in step ? tabs[step.tab] : undefined;
          if (step.do === "mark" && tab) {
            const answer = tab.want(step.id, { mark: step.mark }, null);
            open.set(answer, step.tab);
            void answer.then(() => open.delete(answer));
            wanted.set(step.id, step.mark);
          }
          if (step.do === "network") world.network = step.is;
          if (step.do === "pass") await world.pass(step.ms);
          if (step.do === "reload" && tab) {
            tab.close();
            for (const [answer, n] of open) if (n === step.tab) open.delete(answer);
            tabs[step.tab] = world.openTab();
          }
        }
        world.network = "up";
        await world.pass(300_000);

        expect(open.size).toBe(0);
        for (const [id, mark] of wanted) expect(world.stored.get(id)?.choice ?? "withdraw").toBe(mark);
        for (const tab of tabs) tab.refresh();
        for (const tab of tabs) expect(tab.snapshot()).toMatchObject({ pending: new Map(), status: "online" });
      }),
      { numRuns: 300 },
    );
  });
});
