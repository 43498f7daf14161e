import { db } from "@/lib/db/client";
import { createRound, createVote } from "@/lib/testing/builders";

import { markOf } from "./support/marks";
import { expect, expectAccessible, test } from "./support/test";
import {
  cardTitle,
  countPresses,
  listens,
  makeTriage,
  marksOf,
  noteOf,
  openTriage,
  swipe,
  tapUntilGone,
  titleOf,
  triageOf,
} from "./support/triage";
import { markHistory } from "./support/world";

const MANY = 65;

test("sixty-five announcements with the keyboard alone, one press for each mark", async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const world = await makeTriage(MANY);
  await signIn(world.member);
  await openTriage(page, world);
  const presses = await countPresses(page);

  for (let marked = 0; marked < MANY; marked += 1) {
    await expect(page.getByText(`${marked} of ${MANY}`, { exact: true })).toBeVisible();
    await expect(cardTitle(page)).toHaveText(titleOf(marked));
    await page.keyboard.press(["a", "i", "x"][marked % 3] ?? "a");
  }

  await expect(page.getByRole("heading", { name: `All ${MANY} marked.` })).toBeVisible();
  await expect(page.getByRole("heading", { name: `All ${MANY} marked.` })).toBeFocused();
  await expect(page.getByRole("list", { name: "Your marks" })).toContainText("22 adopt");
  expect(await presses()).toBe(MANY);
  expect(await marksOf(world)).toBe(MANY);
});

test("the same by touch on a phone: swipes and buttons, with undo", async ({ browser, signIn, complaints }) => {
  test.setTimeout(180_000);
  const world = await makeTriage(MANY);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  complaints.listenTo(context);
  await signIn(world.member, context);
  const page = await context.newPage();
  await openTriage(page, world);
  const finger = await context.newCDPSession(page);

  // What is short, slanted or scrolls marks nothing.
  await swipe(finger, { from: [200, 300], by: [50, 0] });
  await swipe(finger, { from: [200, 500], by: [10, -260] });
  await expect(page.getByText(`0 of ${MANY}`, { exact: true })).toBeVisible();
  expect(await marksOf(world)).toBe(0);

  const moves = [
    { from: [120, 300], by: [180, 4] },
    { from: [300, 300], by: [-180, 4] },
    { from: [60, 790], by: [0, -190] },
  ] as const;
  for (let marked = 0; marked < MANY; marked += 1) {
    await expect(cardTitle(page)).toHaveText(titleOf(marked));
    const move = moves[marked % 5];
    if (move) await swipe(finger, move);
    else await tapUntilGone(page, titleOf(marked), marked % 5 === 3 ? "adopt" : "ignore");
    if (marked !== 1) continue;
    await expect(page.getByRole("status").filter({ hasText: "Marked ignore, stored." })).toBeVisible();
    await expect(async () => {
      await page.getByRole("status").getByRole("button", { name: "Undo" }).tap();
      await expect(page.getByText(`1 of ${MANY}`, { exact: true })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(cardTitle(page)).toHaveText(titleOf(1));
    await swipe(finger, moves[1]);
  }

  await expect(page.getByRole("heading", { name: `All ${MANY} marked.` })).toBeVisible();
  const choices = await db().vote.groupBy({ by: ["choice"], where: { teamId: world.team.id }, _count: true });
  expect(Object.fromEntries(choices.map(({ choice, _count }) => [choice, _count]))).toEqual({
    adopt: 26,
    investigate: 13,
    ignore: 26,
  });
  await context.close();
});

test("marks are under the thumb on a phone, and large enough for it", async ({ page, signIn }) => {
  const world = await makeTriage(3);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(world.member);
  await openTriage(page, world);

  for (const button of await markOf(page, titleOf(0)).getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(780);
  }
});

test("a reload in the middle returns to the same card, and Back leaves", async ({ page, signIn }) => {
  const world = await makeTriage(8);
  await signIn(world.member);
  await page.goto(world.board);
  await page.getByRole("link", { name: "Triage 8 left" }).click();
  await listens(page);

  await page.keyboard.press("a");
  await page.keyboard.press("j");
  await expect(cardTitle(page)).toHaveText(titleOf(2));
  await expect(page).toHaveURL(/at=/);
  await page.reload();
  await expect(cardTitle(page)).toHaveText(titleOf(2));
  await expect(page.getByText("1 of 8", { exact: true })).toBeVisible();

  await listens(page);
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(cardTitle(page)).toHaveText(titleOf(0));
  await expect(markOf(page, titleOf(0)).getByRole("button", { name: "Adopt" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(page).toHaveURL(world.board);
});

test("a note is written on the one just marked, saved while it is typed, and there after a reload", async ({
  page,
  signIn,
}) => {
  const world = await makeTriage(3);
  await signIn(world.member);
  await openTriage(page, world);

  await page.keyboard.press("i");
  await page.keyboard.press("n");
  await expect(noteOf(page, 0)).toBeFocused();
  await page.keyboard.type("What does it cost?");
  await expect(page.getByText("Marked investigate, note stored.")).toBeVisible();
  await page.keyboard.type(" Ask Ruth.");
  // Enter leads on without waiting; nothing of the note is lost.
  await page.keyboard.press("Enter");
  await expect(cardTitle(page)).toHaveText(titleOf(1));
  await expect.poll(async () => (await markHistory(world.team)).at(-1)?.note).toBe("What does it cost? Ask Ruth.");

  await page.keyboard.press("k");
  await expect(noteOf(page, 0)).toHaveValue("What does it cost? Ask Ruth.");
  await page.reload();
  await expect(noteOf(page, 0)).toHaveValue("What does it cost? Ask Ruth.");
});

test("undo goes back to the card, and later comes again at the end, on another device too", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const world = await makeTriage(3);
  await signIn(world.member);
  await openTriage(page, world);

  await page.keyboard.press("x");
  await expect(cardTitle(page)).toHaveText(titleOf(1));
  await page.keyboard.press("u");
  await expect(page.getByText("Undone: unmarked, stored.")).toBeVisible();
  await expect(cardTitle(page)).toHaveText(titleOf(0));
  await expect(page.getByText("0 of 3", { exact: true })).toBeVisible();

  await page.keyboard.press("s");
  await expect(cardTitle(page)).toHaveText(titleOf(1));
  await expect(page.getByRole("link", { name: "1 put off" })).toBeVisible();
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { name: "2 of 3 marked." })).toBeVisible();

  const phone = await openBrowser();
  await signIn(world.member, phone.context());
  await phone.goto(triageOf(world));
  await phone.getByRole("link", { name: "1 put off: go through them" }).click();
  await expect(cardTitle(phone)).toHaveText(titleOf(0));
  await listens(phone);
  await phone.keyboard.press("a");
  await expect(phone.getByRole("heading", { name: "All 3 marked." })).toBeVisible();
});

test("a minute without a connection loses nothing", async ({ page, context, signIn, complaints }) => {
  complaints.expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const world = await makeTriage(6);
  await signIn(world.member);
  await openTriage(page, world);
  await expect(page.getByRole("complementary").getByRole("listitem").first()).toBeVisible();
  await page.waitForLoadState("networkidle");

  await context.setOffline(true);
  await page.keyboard.press("a");
  await page.keyboard.press("i");
  await expect(cardTitle(page)).toHaveText(titleOf(2));
  await expect(page.getByText("2 of 6", { exact: true })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "2 marks kept" })).toBeVisible();
  expect(await marksOf(world)).toBe(0);

  await context.setOffline(false);
  await expect.poll(() => marksOf(world)).toBe(2);
  await expect(page.getByRole("status").filter({ hasText: "marks kept" })).toHaveCount(0);
});

test("what is marked in one window is marked in the other", async ({ page, context, signIn }) => {
  const world = await makeTriage(4);
  await signIn(world.member);
  await openTriage(page, world);
  const other = await context.newPage();
  await openTriage(other, world);

  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect.poll(() => marksOf(world)).toBe(2);
  await expect(other.getByText("2 of 4", { exact: true })).toBeVisible();
  await other.keyboard.press("Enter");
  await expect(cardTitle(other)).toHaveText(titleOf(2));
});

test("in a blind round others' marks show once I have marked", async ({ page, signIn }) => {
  const world = await makeTriage(3);
  const { team, lead, member, conference, announcements } = world;
  const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
  await createRound({ ...ids, isBlind: true, quorum: 2 });
  const [{ id = "" } = {}] = announcements;
  await createVote({ teamId: team.id, announcementId: id, personId: lead.id, note: "Whispered words" });
  await signIn(member);
  await openTriage(page, world);

  const others = page.getByRole("complementary", { name: "What others said" });
  await expect(others).toContainText("1 of 2 has marked");
  expect(await page.content()).not.toContain("Whispered words");
  await page.keyboard.press("a");
  await expect(others.getByRole("heading", { name: "Just marked" })).toBeVisible();
  await expect(others).toContainText("Whispered words");
  await page.keyboard.press("k");
  await expect(others).toContainText("2 of 2 have marked");
});

test("in a closed round cards can be read and nothing marked", async ({ page, signIn }) => {
  const world = await makeTriage(3);
  const { team, lead, member, conference } = world;
  const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
  await createRound({ ...ids, closedAt: new Date() });
  await signIn(member);
  await openTriage(page, world);

  await expect(page.getByText(/The round closed .+ Marks stay as they are; a lead can reopen it\./)).toBeVisible();
  await expect(markOf(page, titleOf(0)).getByRole("button", { name: "Adopt" })).toBeDisabled();
  await page.keyboard.press("a");
  await page.keyboard.press("j");
  await expect(cardTitle(page)).toHaveText(titleOf(1));
  expect(await marksOf(world)).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one card is marked, noted, put off and left for the next", async ({ page, signIn }) => {
    const world = await makeTriage(3);
    await signIn(world.member);
    await page.goto(triageOf(world));

    await markOf(page, titleOf(0)).getByRole("button", { name: "Investigate" }).click();
    await expect(cardTitle(page)).toHaveText(titleOf(1));
    await expect(page.getByText("1 of 3", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Card before" }).click();
    await noteOf(page, 0).fill("Ask first.");
    await page.getByRole("button", { name: "Save note" }).click();
    await expect(noteOf(page, 0)).toHaveValue("Ask first.");
    await page.getByRole("link", { name: "Next", exact: true }).click();
    await page.getByRole("button", { name: "Later" }).click();
    await expect(cardTitle(page)).toHaveText(titleOf(2));
    await markOf(page, titleOf(2)).getByRole("button", { name: "Adopt" }).click();
    await expect(page.getByRole("link", { name: "1 put off: go through them" })).toBeVisible();
  });
});

for (const width of [1280, 390]) {
  test(`a card with its note, and the end, can be used by everybody at ${width} px`, async ({ page, signIn }) => {
    const world = await makeTriage(2);
    const [{ id = "" } = {}] = world.announcements;
    await createVote({ teamId: world.team.id, announcementId: id, personId: world.lead.id, note: "Try it." });
    await page.setViewportSize({ width, height: 844 });
    await signIn(world.member);
    await openTriage(page, world);

    await page.keyboard.press("a");
    await page.keyboard.press("n");
    await expect(noteOf(page, 0)).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("x");
    await expect(page.getByRole("heading", { name: "All 2 marked." })).toBeVisible();
    await expectAccessible(page);
  });
}
