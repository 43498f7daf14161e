import type { Page } from "@playwright/test";

import { createAnnouncement, createConference, createDecision } from "@/lib/testing/builders";

import {
  DECIDED,
  decidedRow,
  decidedTitles,
  handleOf,
  LEANING,
  makeShortlistWorld,
  type ShortlistWorld,
} from "./support/shortlists";
import { expect, expectAccessible, test } from "./support/test";

const [{ title: DISKS }, { title: FUNCTIONS }, { title: READS }, { title: QUEUES }] = DECIDED;

test("a lead orders with the keyboard, and the focus stays on the row", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlistWorld();
  await signIn(lead);
  await openList(page, board);

  await handleOf(page, QUEUES).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(said(page, `Moved ${QUEUES} to 3 of 4.`)).toBeAttached();
  await expect(page.getByRole("button", { name: `Move ${QUEUES}, now 3` })).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(said(page, `Moved ${QUEUES} to 1 of 4.`)).toBeAttached();
  await expect(decidedTitles(page)).toHaveText([QUEUES, DISKS, FUNCTIONS, READS]);
  await expect(page.getByRole("button", { name: `Move ${QUEUES}, now 1` })).toBeFocused();

  await page.keyboard.press("Enter");
  const place = page.getByRole("spinbutton", { name: `Place of ${QUEUES}, 1 to 4` });
  await expect(place).toBeFocused();
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(said(page, `Moved ${QUEUES} to 3 of 4.`)).toBeAttached();
  await page.reload();
  await expect(decidedTitles(page)).toHaveText([DISKS, FUNCTIONS, QUEUES, READS]);
});

test("a lead drags a row to its place, and Escape puts it back", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlistWorld();
  await signIn(lead);
  await openList(page, board);

  await press(page, READS, DISKS);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(decidedTitles(page)).toHaveText([DISKS, FUNCTIONS, READS, QUEUES]);
  await press(page, READS, DISKS);
  await page.mouse.up();
  await expect(said(page, `Moved ${READS} to 1 of 4.`)).toBeAttached();
  await expect(page.getByRole("spinbutton")).toHaveCount(0);

  await page.reload();
  await expect(decidedTitles(page)).toHaveText([READS, DISKS, FUNCTIONS, QUEUES]);
});

test("a move that is not stored goes back and says why", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/ERR_FAILED|Failed to fetch|ERR_INTERNET/);
  const { lead, board } = await makeShortlistWorld();
  await signIn(lead);
  await openList(page, board);
  await page.route(`${board}/shortlist`, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );

  await handleOf(page, QUEUES).focus();
  await page.keyboard.press("Alt+ArrowUp");

  await expect(page.getByRole("alert").filter({ hasText: `${QUEUES} was not moved. No answer` })).toBeVisible();
  await expect(decidedTitles(page)).toHaveText([DISKS, FUNCTIONS, READS, QUEUES]);
});

test("two leads order at once, and each sees what the other did when they ask", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const { lead, second, board } = await makeShortlistWorld();
  const theirs = await openBrowser();
  await signIn(lead);
  await signIn(second, theirs.context());
  await Promise.all([openList(page, board), openList(theirs, board)]);

  await handleOf(page, QUEUES).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(said(page, `Moved ${QUEUES} to 3 of 4.`)).toBeAttached();
  const news = theirs.getByRole("status").filter({ hasText: "1 announcement changed." });
  await expect(news).toBeVisible();
  await expect(decidedTitles(theirs)).toHaveText([DISKS, FUNCTIONS, READS, QUEUES]);
  await handleOf(theirs, FUNCTIONS).focus();
  await theirs.keyboard.press("Alt+ArrowUp");
  await expect(said(theirs, `Moved ${FUNCTIONS} to 1 of 4.`)).toBeAttached();
  await news.getByRole("button", { name: "Show" }).click();

  await expect(decidedTitles(theirs)).toHaveText([FUNCTIONS, DISKS, QUEUES, READS]);
  await expect(page.getByRole("status").filter({ hasText: "1 announcement changed." })).toBeVisible();
});

test("the list is filtered by owner and service, moved within, and cleared", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlistWorld();
  await signIn(lead);
  await openList(page, board);
  await expect(page.getByText("4 decided · 1 started · 1 done · 0 dropped")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText("no effort said on 1");
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText("25.5 d");

  await page.getByText("Owner", { exact: true }).first().click();
  await page.getByRole("link", { name: "Milo Member 2" }).click();
  await expect(decidedTitles(page)).toHaveText([DISKS, QUEUES]);
  await expect(page).toHaveURL(/owner=/);
  await expect(page.getByRole("row", { name: /^Total/ })).toContainText("16 d");
  await handleOf(page, QUEUES).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(said(page, `Moved ${QUEUES} to 1 of 2.`)).toBeAttached();

  await page.getByText("Service", { exact: true }).click();
  await page.getByRole("link", { name: "Object Store 0" }).click();
  await expect(
    page.getByText("Nothing that is decided matches owner Milo Member, service Object Store."),
  ).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(decidedTitles(page)).toHaveText([QUEUES, DISKS, FUNCTIONS, READS]);
});

test("an owner says how far their work is, and nobody else's", async ({ page, signIn }) => {
  const { member, board } = await makeShortlistWorld();
  await signIn(member);
  await openList(page, board);

  await expect(page.getByRole("button", { name: /^Move / })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Progress of / })).toHaveCount(2);
  await page.getByRole("button", { name: `Progress of ${DISKS}: Started` }).click();
  await page.getByLabel(`Day since when ${DISKS} is so`).fill("2026-01-15");
  await page.getByRole("button", { name: "Done", exact: true }).click();

  await expect(said(page, `${DISKS} is done, stored.`)).toBeAttached();
  await expect(decidedRow(page, DISKS)).toContainText("15 Jan 2026");
  await expect(page.getByText("4 decided · 0 started · 2 done · 0 dropped")).toBeVisible();
  await expect(page.getByRole("button", { name: `Progress of ${DISKS}: Done` })).toBeFocused();
});

test("a lead decides several that lean, at once", async ({ page, signIn }) => {
  const { lead, board } = await makeShortlistWorld();
  await signIn(lead);
  await openList(page, board);
  await expect(leaningTitles(page)).toHaveText([...LEANING]);

  await page.getByRole("checkbox", { name: `Select ${LEANING[0]}` }).check();
  await page.getByRole("checkbox", { name: `Select ${LEANING[2]}` }).check();
  const bar = page.getByRole("region", { name: "Decide what is selected" });
  await expect(bar).toContainText("2 selected");
  await bar.getByText("Adopt", { exact: true }).click();
  await bar.getByLabel("Reason").fill("Both pay for themselves.");
  await bar.getByRole("button", { name: "Decide 2" }).click();

  await expect(leaningTitles(page)).toHaveText([LEANING[1]]);
  // What is decided at once comes last, in any order.
  const titles = await decidedTitles(page).allInnerTexts();
  expect(titles.slice(0, 4)).toEqual([DISKS, FUNCTIONS, READS, QUEUES]);
  expect(titles.slice(4).toSorted()).toEqual([LEANING[0], LEANING[2]].toSorted());
  await expect(decidedRow(page, LEANING[2])).toContainText("Both pay for themselves.");
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await expect(bar).toContainText("1 selected");
  await page.keyboard.press("Escape");
});

test("a member sees what became of last year's", async ({ page, signIn }) => {
  const world = await makeShortlistWorld();
  await adoptLastYear(world);
  await signIn(world.member);
  await openList(page, world.board);
  await page.getByRole("link", { name: "Compare with…" }).click();

  const sums = page.getByRole("table", { name: "Both conferences in numbers" });
  await expect(sums.getByRole("row", { name: "Adopted 2 4" })).toBeVisible();
  await expect(sums.getByRole("row", { name: "Days from decided to done, median 30 d none yet" })).toHaveCount(0);
  await expect(sums.getByRole("row", { name: /^Dropped 1 0/ })).toBeVisible();
  const last = page.getByRole("region", { name: "Example Conf 2029" });
  await expect(last.getByRole("listitem").filter({ hasText: "Old builders" })).toContainText("Done");
  await expect(last.getByRole("listitem").filter({ hasText: "Old disks" })).toContainText("nobody · no target");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to the shortlist" }).click();
  await expect(decidedTitles(page)).toHaveText([DISKS, FUNCTIONS, READS, QUEUES]);
});

for (const width of [1280, 390]) {
  test(`the shortlist and its forms can be used by everybody at ${width} px`, async ({ page, signIn }) => {
    test.setTimeout(90_000);
    const { lead, board } = await makeShortlistWorld();
    await signIn(lead);
    await page.setViewportSize({ width, height: 800 });
    await openList(page, board);
    await page.getByRole("checkbox", { name: `Select ${LEANING[0]}` }).check();
    // From the top, where nothing of the page lies under the bar above it.
    const toTop = () => page.evaluate(() => scrollTo(0, 0));
    await handleOf(page, READS).click();
    await toTop();
    await expectAccessible(page);
    await page.getByRole("button", { name: `Progress of ${DISKS}: Started` }).click();
    await toTop();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead moves, says how far it is, filters and decides several", async ({ page, signIn }) => {
    const { lead, board } = await makeShortlistWorld();
    await signIn(lead);
    await page.goto(`${board}/shortlist`);

    await handleOf(page, QUEUES).click();
    await page.getByRole("spinbutton", { name: `Place of ${QUEUES}, 1 to 4` }).fill("2");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText(`Moved ${QUEUES} to 2 of 4.`)).toBeVisible();
    await expect(decidedTitles(page)).toHaveText([DISKS, QUEUES, FUNCTIONS, READS]);

    await page.getByRole("button", { name: `Progress of ${READS}: Planned` }).click();
    await page.getByRole("button", { name: "Dropped", exact: true }).click();
    await expect(page.getByText("4 decided · 1 started · 1 done · 1 dropped")).toBeVisible();
    await page.getByRole("link", { name: "Close" }).click();

    await page.getByText("Quarter", { exact: true }).click();
    await page.getByRole("link", { name: "Q1 2031 2" }).click();
    await expect(decidedTitles(page)).toHaveText([DISKS, FUNCTIONS]);
    await page.goto(`${board}/shortlist`);
    await page.getByRole("checkbox", { name: `Select ${LEANING[1]}` }).check();
    const bar = page.getByRole("region", { name: "Decide what is selected" });
    await bar.getByText("Adopt", { exact: true }).click();
    await bar.getByRole("button", { name: "Decide" }).click();
    await expect(leaningTitles(page)).toHaveText([LEANING[0], LEANING[2]]);
  });
});

/** Opens the list and waits until it listens: before its JavaScript has arrived, keys do nothing. */
async function openList(page: Page, board: string): Promise<void> {
  await page.goto(`${board}/shortlist`);
  const list = page.getByRole("region", { name: "Decided to adopt" }).getByRole("table");
  await expect
    .poll(() => list.evaluate((table) => Object.keys(table).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

/** What screen readers are told. */
function said(page: Page, text: string) {
  return page.getByRole("status").filter({ hasText: text });
}

function leaningTitles(page: Page) {
  const list = page.getByRole("region", { name: "Leans to adopt, nobody has settled it" });
  return list.getByRole("row").getByRole("link", { name: /^(?!Decide)/ });
}

/** Presses a row's handle and moves it, in steps, above another row. */
async function press(page: Page, title: string, above: string): Promise<void> {
  const [from, to] = [await handleOf(page, title).boundingBox(), await handleOf(page, above).boundingBox()];
  if (!from || !to) throw new Error("There is no such row.");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y - 12);
  await page.mouse.move(to.x + 8, to.y - 4, { steps: 5 });
}

async function adoptLastYear({ team, lead }: ShortlistWorld): Promise<void> {
  const { id: conferenceId } = await createConference({ name: "Example Conf 2029", startsOn: new Date("2020-12-01") });
  const said = {
    "Old builders": { delivery: "done", deliveryOn: new Date("2021-02-03"), ownerId: lead.id },
    "Old disks": { delivery: "dropped" },
  } as const;
  for (const [title, settled] of Object.entries(said)) {
    const { id: announcementId } = await createAnnouncement({ conferenceId, title });
    const decidedAt = new Date("2021-01-04T12:00:00Z");
    await createDecision({ teamId: team.id, announcementId, decidedById: lead.id, decidedAt, ...settled });
  }
}
