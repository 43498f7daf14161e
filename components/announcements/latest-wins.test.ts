import { describe, expect, it } from "vitest";

import { latestWins } from "./latest-wins";

/** A server that answers when it is told to. */
function slowServer() {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const send = (key: string, wish: string) => {
    sent.push(`${key}:${wish}`);
    return new Promise<string>((resolve) => answers.push(() => resolve(`stored ${wish}`)));
  };
  return { sent, send, answer: (n: number) => answers[n]?.() };
}

const last = (_: string, later: string) => later;
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("latestWins", () => {
  it("sends at once, and what came meanwhile once, joined", async () => {
    const { sent, send, answer } = slowServer();
    const want = latestWins(send, last);

    const first = want("row", "adopt");
    const second = want("row", "ignore");
    const third = want("row", "investigate");
    expect(sent).toEqual(["row:adopt"]);
    answer(0);
    expect(await first).toBe("stored adopt");
    await settle();
    expect(sent).toEqual(["row:adopt", "row:investigate"]);
    answer(1);

    expect(await second).toBe("stored investigate");
    expect(await third).toBe("stored investigate");
  });

  it("keeps rows apart", () => {
    const { sent, send } = slowServer();
    const want = latestWins(send, last);

    void want("one", "adopt");
    void want("two", "adopt");

    expect(sent).toEqual(["one:adopt", "two:adopt"]);
  });

  it("goes on after a request that failed", async () => {
    let calls = 0;
    const send = (_key: string, wish: string) =>
      calls++ === 0 ? Promise.reject(new Error("offline")) : Promise.resolve(wish);
    const want = latestWins(send, last);

    const first = want("row", "adopt");
    const second = want("row", "ignore");

    await expect(first).rejects.toThrow("offline");
    expect(await second).toBe("ignore");
    await settle();
    expect(await want("row", "adopt")).toBe("adopt");
  });
});
