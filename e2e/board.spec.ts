import type { Page } from "@playwright/test";

import { db } from "@/lib/db/client";

import { boardRow, openBoard } from "./support/marks";
import { expect, expectAccessible, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

/** Milo leans to adopt the disks; Lena and he are split on the tables. */
async function makeMarkedWorld(): Promise<World> {
  const world = await makeWorld();
  const { team, lead, member, announcements } = world;
  const [, disks, tables] = announcements;
  const marks = [
    { announcement: disks, person: member, choice: "adopt" },
    { announcement: tables, person: member, choice: "adopt" },
    { announcement: tables, person: lead, choice: "ignore" },
  ] as const;
  for (const { announcement, person, choice } of marks) {
    const announcementId = announcement?.id ?? "";
    await db().vote.create({ data: { teamId: team.id, announcementId, personId: person.id, choice } });
  }
  return world;
}

function titles(page: Page): Promise<string[]> {
  return page.getByRole("table").getByRole("row").getByRole("link").allTextContents();
}

function views(page: Page) {
  return page.getByRole("navigation", { name: "Views" });
}

test("the list goes by support, in the address, and by service under headings", async ({ page, signIn }) => {
  const { lead, board } = await makeMarkedWorld();
  await signIn(lead);
  await openBoard(page, `${board}?view=all`);
  expect((await titles(page))[0]).toBe("Tables that shard themselves");

  await page.getByLabel("Order: Category").click();
  await page.getByRole("link", { name: /^Support/ }).click();
  await expect(page).toHaveURL(`${board}?view=all&sort=support`);
  await expect(page.getByLabel("Order: Support")).toBeVisible();
  expect(await titles(page)).toEqual([
    "Quieter disks",
    "Tables that shard themselves",
    "Builders that sleep when idle",
  ]);

  await page.getByLabel("Group: No groups").click();
  await page.getByRole("link", { name: "First service" }).click();
  await expect(page).toHaveURL(`${board}?view=all&sort=support&group=service`);
  await expect(page.getByRole("rowheader", { name: "Block Disks" })).toBeVisible();
  await page.reload();
  expect(await titles(page)).toEqual([
    "Quieter disks",
    "Builders that sleep when idle",
    "Tables that shard themselves",
  ]);
});

test("counts follow the other filters, and not their own", async ({ page, signIn }) => {
  const { lead, board } = await makeMarkedWorld();
  await signIn(lead);
  await openBoard(page, `${board}?view=all`);

  await expect(views(page).getByRole("link", { name: "Split 1" })).toBeVisible();
  await page.getByRole("link", { name: "Storage 1" }).click();
  await expect(page.getByRole("link", { name: "Split 0" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Leans adopt 1", exact: true }).last()).toBeVisible();
  await expect(page.getByRole("link", { name: "Databases 1" })).toBeVisible();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.getByRole("link", { name: "Databases 1" }).click();
  await expect(page.getByText("2 of 2")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(`${board}?view=all`);
  await expectAccessible(page);
});

test("a view is saved, found by its tab, renamed, shared and deleted", async ({ page, signIn, openBrowser }) => {
  const { lead, member, board } = await makeMarkedWorld();
  await signIn(lead);
  await openBoard(page, `${board}?view=all&category=storage&sort=support`);

  await page.getByLabel("Save view", { exact: true }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("My disks");
  await page.getByRole("button", { name: "Save view" }).click();
  const tab = views(page).getByRole("link", { name: "My disks" });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await views(page).getByRole("link", { name: /^All/ }).click();
  await tab.click();
  await expect(page).toHaveURL(`${board}?view=all&category=storage&sort=support`);
  await expect(boardRow(page, "Quieter disks")).toBeVisible();

  await page.getByLabel("Change the view My disks").click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Disks");
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Change the view Disks").click();
  await page.getByRole("button", { name: "Share with the team" }).click();
  await expect(page.getByText("Everybody in the team sees this view.")).toBeAttached();

  const other = await openBrowser();
  await signIn(member, other.context());
  await other.goto(board);
  await views(other).getByRole("link", { name: "Disks" }).click();
  await other.getByLabel("Change the view Disks").click();
  await expect(other.getByText("A lead can rename or delete it.")).toBeVisible();

  await page.reload();
  await page.getByLabel("Change the view Disks").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(tab).toHaveCount(0);
  await expect(boardRow(page, "Quieter disks")).toBeVisible();
});

test("a view whose parts are gone says which, and shows the rest", async ({ page, signIn }) => {
  const { member, board } = await makeWorld();
  await signIn(member);

  await page.goto(`${board}?view=all&category=storage&category=blockchain&service=long-gone&sort=colour`);
  await expect(
    page.getByText("This view also asks for the category “blockchain” and the service “long-gone”, which are not here"),
  ).toBeVisible();
  await expect(boardRow(page, "Quieter disks")).toBeVisible();
});

test("on a phone the filters are a sheet, left by Escape", async ({ page, signIn }) => {
  const { lead, board } = await makeMarkedWorld();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(lead);
  await openBoard(page, `${board}?view=all`);

  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("link", { name: "Storage 1" }).click();
  await expect(page.getByRole("button", { name: "Show 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Storage 1" })).toBeHidden();
  await expect(page.getByText("Filters (1)")).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is ordered, filtered and saved, and a name that is taken is said and kept", async ({
    page,
    signIn,
  }) => {
    const { lead, board } = await makeMarkedWorld();
    await signIn(lead);
    await page.goto(`${board}?view=all`);

    await page.getByLabel("Order: Category").click();
    await page.getByRole("link", { name: /^Support/ }).click();
    await page.getByRole("link", { name: "Storage 1" }).click();
    expect(await titles(page)).toEqual(["Quieter disks"]);
    for (const query of ["category=storage", "category=databases"]) {
      await page.goto(`${board}?view=all&${query}`);
      await page.getByLabel("Save view", { exact: true }).click();
      await page.getByRole("textbox", { name: "Name of the view" }).fill("Mine");
      await page.getByRole("button", { name: "Save view" }).click();
    }
    await expect(page.getByText("There is a view called “Mine” already. Choose another name.")).toBeAttached();
    await expect(page.getByRole("textbox", { name: "Name of the view", includeHidden: true })).toHaveValue("Mine");
  });
});
