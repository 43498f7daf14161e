import type { Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { createConference, createRound } from "@/lib/testing/builders";

import { markButton, openBoard, toast } from "./support/marks";
import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

/** A day that clocks are not changed on, far enough to be in time whenever this runs; ISO and as pages write it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function fillRound(
  page: Page,
  { date, time = "17:00", zone = "Asia/Tokyo" }: { date: string; time?: string; zone?: string },
) {
  await page.getByLabel("Closes on").fill(date);
  await page.getByLabel("At", { exact: true }).fill(time);
  await page.getByLabel("Time zone").selectOption(zone);
}

function roundOf({ team, conference }: World) {
  const teamId_conferenceId = { teamId: team.id, conferenceId: conference.id };
  return db().round.findUnique({ where: { teamId_conferenceId } });
}

test("a lead opens, extends, closes and reopens a round, and each is told once to the others alone", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const world = await makeWorld();
  const { lead, member, board, home } = world;
  const theirs = await openBrowser();
  await signIn(lead);
  await signIn(member, theirs.context());
  const news = theirs.getByRole("form", { name: "News" });

  await page.goto(board);
  await page.getByRole("link", { name: "Open a round" }).click();
  await fillRound(page, { date: inDays(7) });
  await page.getByLabel("Quorum, of 2 members").fill("2");
  await page.getByRole("radio", { name: /^Blind/ }).check();
  await page.getByRole("button", { name: "Open round" }).click();
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /^Stored: the round is open until .*, 17:00 GMT\+9\. 1 person is told\.$/ }),
  ).toBeVisible();
  await expect(page.getByRole("list", { name: "Round" })).toContainText(
    /Round open.*closes .*, 17:00 GMT\+9.*marks hidden until you mark.*quorum 2 of 2/,
  );
  await expect(page.getByRole("form", { name: "News" })).toHaveCount(0);

  await theirs.goto(home);
  await expect(news).toContainText("Lena Lead opened the round for Example Conf 2030. It closes");
  await theirs.goto(board);
  await expect(news).toContainText("Lena Lead opened the round. It closes");
  await expect(theirs.getByRole("link", { name: "Change round" })).toHaveCount(0);
  await news.getByRole("button", { name: "Dismiss" }).click();
  await expect(news).toHaveCount(0);
  await theirs.reload();
  await expect(theirs.getByRole("list", { name: "Round" })).toContainText("Round open");
  await expect(news).toHaveCount(0);

  await fillRound(page, { date: inDays(9) });
  await page.getByRole("button", { name: "Save changes" }).dblclick();
  // The page says already, of the opening, that something is stored.
  await expect.poll(async () => (await roundOf(world))?.version).toBe(2);
  await theirs.reload();
  await expect(news.getByRole("listitem")).toHaveCount(1);
  await expect(news).toContainText("Lena Lead extended the round.");

  await page.getByText("Close now").click();
  await page.getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByRole("list", { name: "Round" })).toContainText("Round closed");
  await theirs.reload();
  await expect(news.getByRole("listitem")).toHaveCount(1);
  await expect(news).toContainText("Lena Lead closed the round");

  await fillRound(page, { date: inDays(11) });
  await page.getByRole("button", { name: "Reopen round" }).click();
  await expect(page.getByRole("list", { name: "Round" })).toContainText("Round open");
  await theirs.reload();
  await expect(news).toContainText("Lena Lead reopened the round.");
  await expect(async () => {
    await theirs.keyboard.press("d");
    await expect(news).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await theirs.goto(home);
  await expect(theirs.getByRole("heading", { name: "Conferences" })).toBeVisible();
  await expect(news).toHaveCount(0);
  expect(await roundOf(world)).toMatchObject({ closedAt: null, version: 4, isBlind: true });
});

test.describe("in another zone", () => {
  test.use({ timezoneId: "America/New_York" });

  test("people see their zone and the round's, and nothing moves for it", async ({ page, signIn }) => {
    const { lead, member, team, conference, board } = await makeWorld();
    const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
    await createRound({ ...ids, closesAt: new Date("2037-01-09T17:00:00Z"), timeZone: "Europe/London" });
    await signIn(member);

    await page.goto(board);
    const round = page.getByRole("list", { name: "Round" });
    await expect(round).toContainText("closes Fri 9 Jan, 17:00 GMT");
    await expect(round).toContainText("12:00 for you");

    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ("value" in entry) document.body.dataset.shift = String(entry.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.reload();
    await expect(round).toContainText("12:00 for you");
    expect(await page.evaluate(() => document.body.dataset.shift)).toBeUndefined();
  });

  test("a lead's own zone is what the form begins with", async ({ page, signIn }) => {
    const { lead, board } = await makeWorld();
    await signIn(lead);

    await page.goto(`${board}/round`);
    await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
  });
});

test("what is refused says why and stays as it was typed", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await page.goto(`${world.board}/round`);

  await fillRound(page, { date: "2020-01-08" });
  await page.getByLabel("Quorum, of 2 members").fill("3");
  await page.getByRole("radio", { name: /^Blind/ }).check();
  await page.getByRole("button", { name: "Open round" }).click();
  await expect(refusal(page, "That is past by the server’s clock. Choose a time to come.")).toBeVisible();
  await expect(page.getByLabel("Closes on")).toHaveValue("2020-01-08");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("Quorum, of 2 members")).toHaveValue("3");
  await expect(page.getByRole("radio", { name: /^Blind/ })).toBeChecked();

  await page.getByLabel("Closes on").fill(inDays(7));
  await page.getByRole("button", { name: "Open round" }).click();
  await expect(refusal(page, "The team has 2 members. Choose a quorum from 1 to 2.")).toBeVisible();
  expect(await roundOf(world)).toBeNull();
});

test("two leads who change a round at once do not overwrite each other", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  const { lead, member, team, conference, board } = world;
  await db().membership.updateMany({ where: { personId: member.id }, data: { role: "lead" } });
  const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
  await createRound({ ...ids, timeZone: "Asia/Tokyo", closesAt: new Date(`${inDays(3)}T08:00:00Z`) });
  const theirs = await openBrowser();
  await signIn(lead);
  await signIn(member, theirs.context());
  await page.goto(`${board}/round`);
  await theirs.goto(`${board}/round`);

  await theirs.getByLabel("Closes on").fill(inDays(5));
  await theirs.getByRole("button", { name: "Save changes" }).click();
  await expect(theirs.getByRole("status").filter({ hasText: "1 person is told" })).toBeVisible();
  await page.getByLabel("Quorum, of 2 members").fill("2");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(refusal(page, "The round was changed meanwhile: it closes")).toBeVisible();
  await expect(page.getByLabel("Quorum, of 2 members")).toHaveValue("2");
  expect(await roundOf(world)).toMatchObject({ quorum: 1, version: 2 });

  await page.getByLabel("Closes on").fill(inDays(5));
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Stored: the round is open until" })).toBeVisible();
  expect(await roundOf(world)).toMatchObject({ quorum: 2, version: 3 });
});

test("a round whose time has passed is closed without anybody doing anything", async ({ page, signIn }) => {
  const { lead, member, team, conference, board } = await makeWorld();
  const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
  await createRound({ ...ids, closesAt: new Date(Date.now() - 60_000) });
  await signIn(member);

  await page.goto(board);
  await expect(page.getByRole("list", { name: "Round" })).toContainText("Round closed");
  await page.goto(`${board}/round`);
  await expect(page.getByRole("heading", { name: "Round", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /round/i })).toHaveCount(0);
});

test("a browser whose clock is wrong shows and marks what the server's clock says", async ({ page, signIn }) => {
  const { lead, team, conference, board } = await makeWorld();
  const ids = { teamId: team.id, conferenceId: conference.id, openedById: lead.id };
  await createRound({ ...ids, timeZone: "Asia/Tokyo", closesAt: new Date(`${inDays(3)}T08:00:00Z`) });
  await page.clock.setFixedTime(new Date("2044-01-01T12:00:00Z"));
  await signIn(lead);

  await openBoard(page, board);
  await expect(page.getByRole("list", { name: "Round" })).toContainText(/Round open.*17:00 GMT\+9/);
  await markButton(page, "Quieter disks", "adopt").click();
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await page.goto(`${board}/round`);
  await expect(page.getByLabel("Closes on")).toHaveValue(inDays(3));
});

test("where nothing is announced, a lead is sent to read a post in", async ({ page, signIn }) => {
  const { lead, home } = await makeWorld();
  const empty = await createConference();
  await signIn(lead);

  await page.goto(`${home}/conferences/${empty.slug}/round`);
  await expect(page.getByText("There is nothing to mark yet.")).toBeVisible();
  await page.getByRole("link", { name: "Read a post in" }).click();
  await expect(page).toHaveURL(/\/imports\/new/);
});

test("a round and its news can be used by everybody, on a phone too", async ({ page, signIn, openBrowser }) => {
  test.slow();
  const { lead, member, board } = await makeWorld();
  await signIn(lead);
  const theirs = await openBrowser();
  await signIn(member, theirs.context());
  await page.goto(`${board}/round`);
  await fillRound(page, { date: inDays(7) });
  await page.getByRole("button", { name: "Open round" }).click();
  await expect(page.getByRole("heading", { name: "Change the round" })).toBeVisible();

  for (const width of [1280, 390]) {
    for (const [one, address] of [
      [page, `${board}/round`],
      [theirs, board],
    ] as const) {
      await one.setViewportSize({ width, height: 800 });
      await one.goto(address);
      await expectAccessible(one);
      expect(await one.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a round is opened and its news dismissed", async ({ page, signIn, browser, baseURL }) => {
    const { lead, member, board } = await makeWorld();
    await signIn(lead);
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
    await signIn(member, context);
    const theirs = await context.newPage();

    await page.goto(`${board}/round`);
    await fillRound(page, { date: "2020-01-08" });
    await page.getByRole("button", { name: "Open round" }).click();
    await expect(page.getByText("That is past by the server’s clock.")).toBeVisible();
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
    await page.getByLabel("Closes on").fill(inDays(7));
    await page.getByRole("button", { name: "Open round" }).click();
    await expect(page.getByRole("list", { name: "Round" })).toContainText("Round open");

    await theirs.goto(board);
    await expect(theirs.getByText("Lena Lead opened the round.")).toBeVisible();
    await theirs.getByRole("button", { name: "Dismiss" }).click();
    await expect(theirs).toHaveURL(board);
    await expect(theirs.getByText("Lena Lead opened the round.")).toHaveCount(0);
    await context.close();
  });
});
