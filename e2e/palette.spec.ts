import { randomUUID } from "node:crypto";

import type { Locator, Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import type { Announcement } from "@/lib/db/generated/client";

import { expect, expectAccessible, test } from "./support/test";
import { makeWorld } from "./support/world";

test("a lead goes anywhere with the keyboard alone, and the palette gives the focus back", async ({ page, signIn }) => {
  const { home, board, lead } = await makeWorld();
  await signIn(lead);
  await page.goto(`${home}/people`);
  const palette = await openPalette(page);

  await page.keyboard.type("board conference");
  await expect(choices(palette).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();

  const field = page.getByLabel("Who is it for");
  await field.focus();
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();

  await openPalette(page);

  await page.keyboard.type("feeds");
  await expect(choices(palette)).toHaveText(["Feeds"]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/imports\/feeds\?team=/);

  await page.goto(board);
  await openPalette(page);
  await page.keyboard.press("End");
  await expect(palette.getByRole("option", { name: "Sign out" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  // Where one has been comes first.
  await expect(palette.getByRole("option", { selected: true })).toHaveText("Feeds");
});

test("a member is offered no action of a lead, and whatever is offered opens", async ({ page, signIn }) => {
  const { board, member } = await makeWorld();
  await signIn(member);
  await page.goto(`${board}/shortlist`);
  const palette = await openPalette(page);
  await expect(palette.getByRole("option", { name: "People" })).toBeVisible();

  for (const name of ["Read a post in", "Invite somebody", "Imports", "Feeds", "Admin", /^Export/]) {
    await expect(palette.getByRole("option", { name })).toHaveCount(0);
  }
  for (const name of ["Board", "Conferences", "People", "Account"]) {
    await palette.getByRole("combobox").fill(name);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().headers()["rsc"] === "1"),
      palette.getByRole("option", { name }).first().click(),
    ]);
    expect(answer.status()).toBe(200);
    await expect(palette).toBeHidden();
    await page.goto(`${board}/shortlist`);
    await openPalette(page);
  }
});

test("actions do what they say", async ({ page, signIn }) => {
  const { board, lead } = await makeWorld();
  await signIn(lead);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(board);
  const palette = await openPalette(page);

  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await openPalette(page);
  await page.keyboard.type("keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");

  await openPalette(page);
  await page.keyboard.type("csv");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);

  await openPalette(page);
  await page.keyboard.type("sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(palette).toHaveCount(0);
});

test("announcements and services are found as one types, and open", async ({ page, signIn }) => {
  const { home, member, announcements, conference } = await makeWorld();
  const [title, service] = await nameApart(announcements[1]);
  await signIn(member);
  await page.goto(home);
  const palette = await openPalette(page);

  await page.keyboard.type(title.toLowerCase().slice(0, -2));
  await expect(palette.getByRole("option", { name: title })).toHaveAttribute("aria-selected", "true");
  await expect(palette.getByRole("status")).toHaveText(/^\d+ results?$/);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type(service);
  const line = palette.getByRole("group", { name: "Services" }).getByRole("option", { name: service });
  await line.click();
  await expect(page).toHaveURL(new RegExp(`conferences/${conference.slug}\\?.*service=`));
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
});

test("an answer that comes late is dropped, and a search that fails says so and is repeated", async ({
  page,
  signIn,
  complaints,
}) => {
  complaints.expected.push(/Failed to load resource/);
  const { home, member, announcements } = await makeWorld();
  const [late] = await nameApart(announcements[0]);
  const [wanted] = await nameApart(announcements[1]);
  const answers: (() => void)[] = [];
  await page.route(`**/search?q=${encodeURIComponent(late)}`, async (route) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue().catch(() => undefined);
  });
  await signIn(member);
  await page.goto(home);
  const palette = await openPalette(page);
  const field = palette.getByRole("combobox");

  const [asked] = await Promise.all([page.waitForRequest(/search\?q=/), field.fill(late)]);
  await field.fill(wanted);
  await expect(palette.getByRole("option", { name: wanted })).toBeVisible();
  for (const answer of answers) answer();
  expect(asked.url()).toContain("search");
  await expect(palette.getByRole("option", { name: late })).toHaveCount(0);

  await page.route("**/search?q=*", (route) => route.abort());
  await field.fill(`${wanted} `.slice(0, 10));
  await expect(palette.getByText("Announcements were not searched: Debrief did not answer.").last()).toBeVisible();
  await page.unrouteAll();
  await palette.getByRole("button", { name: "Search again" }).click();
  await expect(palette.getByRole("option", { name: wanted })).toBeVisible();
});

test("what nothing is called says so, and is heard", async ({ page, signIn }) => {
  const { home, member } = await makeWorld();
  await signIn(member);
  await page.goto(home);
  const palette = await openPalette(page);

  await page.keyboard.type("qqxxzzvv");
  await expect(palette.getByText("Nothing is called that").last()).toBeVisible();
  await expect(palette.getByRole("status")).toHaveText(/^0 results\. Nothing is called that/);
});

for (const width of [1280, 390]) {
  test(`the palette can be used by everybody at ${width} px`, async ({ page, signIn }) => {
    const { home, lead } = await makeWorld();
    await signIn(lead);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(home);
    const button = page.getByRole("button", { name: "Go to…" });
    const palette = page.getByRole("dialog", { name: "Go to" });
    await expect(async () => {
      await button.click();
      await expect(palette).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(palette.getByRole("combobox")).toBeFocused();

    await expectAccessible(page);
    if (width === 390) {
      const box = await palette.boundingBox();
      expect(box).toEqual({ x: 0, y: 0, width, height: 800 });
      const line = await choices(palette).first().boundingBox();
      expect(line?.height).toBeGreaterThanOrEqual(44);
    }
    await palette.getByRole("button", { name: "Close" }).click();
    await expect(button).toBeFocused();
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("no button is shown that would do nothing", async ({ page, signIn }) => {
    const { home, member } = await makeWorld();
    await signIn(member);
    await page.goto(home);

    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Go to…" })).toBeHidden();
  });
});

/** A title and a service that no other test has; gives both. */
async function nameApart(announcement: Announcement | undefined): Promise<[title: string, service: string]> {
  if (!announcement) throw new Error("The world has no announcement.");
  const { id } = announcement;
  const name = `Zebra${randomUUID().slice(0, 6)}`;
  const [title, service] = [`${name} crossings for disks`, `${name} Stripes`];
  await db().announcement.update({ where: { id }, data: { title } });
  const made = await db().service.create({ data: { name: service, slug: service.toLowerCase().replace(" ", "-") } });
  await db().announcementService.create({ data: { announcementId: id, serviceId: made.id, position: 9 } });
  return [title, service];
}

/** Presses the key until the page listens to it. */
async function openPalette(page: Page): Promise<Locator> {
  const palette = page.getByRole("dialog", { name: "Go to" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(palette.getByRole("combobox")).toBeFocused();
  return palette;
}

function choices(palette: Locator): Locator {
  return palette.getByRole("option");
}
