import { describe, expect, it } from "vitest";

import { fakeWorld } from "./fake-world";

const DAY = 86_400_000;

describe("the outbox", () => {
  it("sends at once, joins what came meanwhile, and answers with what was stored", async () => {
    const world = fakeWorld();
    const tab = world.openTab();

    const answers = Promise.all(
      (["adopt", "ignore", "investigate"] as const).map((mark) => tab.want("one", { mark }, null)),
    );
    await world.settle();

    expect(await answers).toMatchObject([{ ok: true }, { stored: { mine: { choice: "investigate" } } }, { ok: true }]);
    expect(world.sent.flat().map(({ wish }) => wish.mark)).toEqual(["investigate"]);
    expect(tab.snapshot()).toMatchObject({ status: "online", pending: new Map() });
    expect([...world.kept.keys()].filter((key) => key.startsWith("e."))).toEqual([]);
  });

  it("keeps marks while there is no connection, says so, and sends them when it is back", async () => {
    const world = fakeWorld();
    world.network = "down";
    const tab = world.openTab();
    const first = tab.want("one", { mark: "adopt" }, null);
    void tab.want("two", { mark: "ignore" }, null);
    await world.settle();

    expect(tab.snapshot().status).toBe("offline");
    expect([...tab.snapshot().pending.keys()]).toEqual(["one", "two"]);

    world.network = "up";
    tab.wake();
    expect(await first).toMatchObject({ ok: true, stored: { mine: { choice: "adopt" } } });
    await world.settle();
    expect(world.stored.size).toBe(2);
    expect(tab.snapshot().status).toBe("online");
  });

  it("tries again after 2, 4, 8 … 60 seconds, and not before a server that is busy asks for it", async () => {
    const world = fakeWorld();
    world.network = "answer-lost";
    const tab = world.openTab();
    void tab.want("one", { mark: "adopt" }, null);
    const tries: number[] = [];
    for (let second = 0; second <= 200; second += 1) {
      await world.pass(second === 0 ? 0 : 1000);
      if (world.sent.length > tries.length) tries.push(second);
    }
    expect(tries).toEqual([0, 2, 6, 14, 30, 62, 122, 182]);
    expect(tab.snapshot().status).toBe("waiting");

    world.retryAfter = 300_000;
    await world.pass(60_000);
    const count = world.sent.length;
    world.network = "up";
    await world.pass(242_000 + 300_000 - 260_000 - 1);
    expect(world.sent).toHaveLength(count);
    await world.pass(1);
    await world.settle();
    expect(world.sent).toHaveLength(count + 1);
    expect(tab.snapshot().pending.size).toBe(0);
  });

  it("never repeats what was refused, and keeps the note of it as a draft", async () => {
    const world = fakeWorld();
    const tab = world.openTab();
    world.refuse = { ok: false, message: "Not stored: the round closed.", closedAt: "2021-01-08T17:00:00Z" };

    const answer = await tab.want("one", { note: { text: "Why.", was: "" } }, { choice: "adopt", note: "" });
    await world.pass(120_000);

    expect(answer).toMatchObject({ ok: false, closedAt: "2021-01-08T17:00:00Z" });
    expect(world.sent).toHaveLength(1);
    expect(tab.draft("one")).toMatchObject({ text: "Why.", refusal: { message: "Not stored: the round closed." } });

    world.refuse = undefined;
    world.stored.set("one", { choice: "adopt", note: "" });
    await tab.want("one", { note: { text: "Why.", was: "" } }, { choice: "adopt", note: "" });
    expect(tab.draft("one")).toBeNull();
  });

  it("sends after a reload what waited before it, and tells pages that ask", async () => {
    const world = fakeWorld();
    world.network = "down";
    const before = world.openTab();
    void before.want("one", { mark: "adopt" }, null);
    await world.settle();
    before.close();

    const after = world.openTab();
    expect(after.snapshot().pending.get("one")).toEqual({ mark: "adopt" });
    const heard: unknown[] = [];
    after.onSettled((settled) => heard.push(...settled));
    world.network = "up";
    await world.pass(60_000);

    expect(world.stored.get("one")).toEqual({ choice: "adopt", note: "" });
    expect(heard).toMatchObject([{ id: "one", wish: { mark: "adopt" }, answer: { ok: true }, isOwn: false }]);
  });

  it("answers a tab whose mark another one sent, and shows every tab the same", async () => {
    const world = fakeWorld();
    world.network = "down";
    const [one, two] = [world.openTab(), world.openTab()];
    const answer = one.want("one", { mark: "adopt" }, null);
    void two.want("one", { mark: "ignore" }, { choice: "adopt", note: "" });
    await world.settle();
    expect(one.snapshot().pending.get("one")).toEqual({ mark: "ignore" });

    world.network = "up";
    two.wake();
    expect(await answer).toMatchObject({ ok: true, stored: { mine: { choice: "ignore" } } });
    await world.settle();
    expect(one.snapshot().pending.size).toBe(0);
    expect(world.sent.flat()).toEqual([{ id: "one", wish: { mark: "ignore" } }]);
  });

  it("lets the later wish win over what another device marked, and tells so", async () => {
    const world = fakeWorld();
    const tab = world.openTab();
    world.stored.set("one", { choice: "investigate", note: "" });

    const told = await tab.want("one", { mark: "adopt" }, null);
    expect(told).toMatchObject({
      ok: true,
      told: "You had marked investigate in another window or on another device; now adopt.",
    });
    world.stored.delete("one");
    expect(await tab.want("one", { mark: "ignore" }, { choice: "adopt", note: "" })).toMatchObject({
      told: "You had withdrawn your mark in another window or on another device; now ignore.",
    });
    expect(await tab.want("one", { mark: "adopt" }, { choice: "ignore", note: "" })).not.toHaveProperty("told");
  });

  it("does not take its own refused mark for somebody else's", async () => {
    const world = fakeWorld();
    const tab = world.openTab();
    world.stored.set("one", { choice: "investigate", note: "" });
    world.refuse = { ok: false, message: "No." };
    const first = tab.want("one", { mark: "adopt" }, { choice: "investigate", note: "" });
    await Promise.resolve();
    const second = tab.want("one", { mark: "ignore" }, { choice: "adopt", note: "" });
    await first;
    world.refuse = undefined;
    expect(await second).not.toHaveProperty("told");
  });

  it("never overwrites a note unseen, whatever the mark beside it", async () => {
    const world = fakeWorld();
    world.network = "down";
    const tab = world.openTab();
    world.stored.set("one", { choice: "adopt", note: "From the phone." });
    const mark = tab.want("one", { mark: "ignore" }, { choice: "adopt", note: "" });
    const note = tab.want("one", { note: { text: "From here.", was: "" } }, { choice: "ignore", note: "" });
    world.network = "up";
    tab.wake();

    expect(await mark).toMatchObject({ ok: true, stored: { mine: { choice: "ignore" } } });
    expect(await note).toMatchObject({ ok: false, storedNote: "From the phone." });
    expect(tab.draft("one")).toMatchObject({ text: "From here.", refusal: { storedNote: "From the phone." } });
  });

  it("waits for somebody who is signed out, and sends once they are back", async () => {
    const world = fakeWorld();
    world.network = "signed-out";
    const tab = world.openTab();
    void tab.want("one", { mark: "adopt" }, null);
    await world.settle();
    expect(tab.snapshot().status).toBe("signed-out");
    world.network = "up";
    tab.wake();
    await world.settle();
    expect(world.stored.has("one")).toBe(true);
    expect(tab.snapshot().status).toBe("online");
  });

  it("drops with a sentence what is older than a day, and what nobody can read", async () => {
    const world = fakeWorld();
    world.network = "down";
    const before = world.openTab();
    void before.want("one", { mark: "adopt" }, null);
    before.close();
    for (const [n, text] of [
      "",
      "{",
      "[]",
      '{"at":1,"tab":"x","parts":[]}',
      '{"at":1,"tab":"x","parts":[{}]}',
    ].entries())
      world.kept.set(`e.bad${n}`, text);
    world.now += DAY + 1;
    world.network = "up";
    const tab = world.openTab();
    await world.settle();

    expect(tab.snapshot().sentences).toEqual([
      "Something kept for this team on this device could not be read and was dropped.",
      "1 mark waited for more than a day and was not stored. Mark again what still holds.",
    ]);
    expect(world.sent).toEqual([]);
    expect([...world.kept.keys()]).toEqual([]);
    tab.dismiss();
    expect(tab.snapshot().sentences).toEqual([]);
  });

  it("keeps the order when the clock is put back", async () => {
    const world = fakeWorld();
    world.network = "down";
    const tab = world.openTab();
    void tab.want("one", { mark: "adopt" }, null);
    world.now -= 3_600_000;
    void tab.want("one", { mark: "ignore" }, { choice: "adopt", note: "" });
    expect(tab.snapshot().pending.get("one")).toEqual({ mark: "ignore" });
  });

  it("works in memory alone when storage is full or forbidden, and says so", async () => {
    const world = fakeWorld({ isShelfFull: true });
    world.network = "down";
    const tab = world.openTab();
    const answer = tab.want("one", { mark: "adopt" }, null);
    await world.settle();
    expect(tab.snapshot().isKept).toBe(false);
    world.network = "up";
    tab.wake();
    expect(await answer).toMatchObject({ ok: true });
  });

  it("stores again what somebody cleared away while it waited", async () => {
    const world = fakeWorld();
    world.network = "down";
    const tab = world.openTab();
    const answer = tab.want("one", { mark: "adopt" }, null);
    await world.settle();
    world.kept.clear();
    tab.refresh();
    world.network = "up";
    tab.wake();
    expect(await answer).toMatchObject({ ok: true });
    expect(world.stored.has("one")).toBe(true);
  });

  it("sends many as one request, in turn with what came before and after", async () => {
    const world = fakeWorld();
    world.network = "down";
    const tab = world.openTab();
    void tab.want("one", { mark: "ignore" }, null);
    const many = tab.wantMany(["one", "two"].map((id) => ({ id, wish: { mark: "adopt" }, shown: null })));
    void tab.want("two", { mark: "withdraw" }, { choice: "adopt", note: "" });
    world.network = "up";
    tab.wake();
    expect((await many).get("two")).toMatchObject({ ok: true, stored: { mine: { choice: "adopt" } } });
    await world.settle();
    expect(world.sent.map((parts) => parts.map(({ id, wish }) => `${id} ${wish.mark}`))).toEqual([
      ["one ignore"],
      ["one adopt", "two adopt"],
      ["two withdraw"],
    ]);
  });
});
