import { readFile } from "node:fs/promises";

import { createAnnouncement, createDecision, createMember, createPerson } from "@/lib/testing/builders";

import { makeRadarWorld } from "./support/radars";
import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld } from "./support/world";

test("the picture and the list say the same, and each shows where the other has it", async ({ page, signIn }) => {
  const { member, board } = await makeRadarWorld();
  await signIn(member);
  await page.goto(board);
  await page.getByRole("navigation", { name: "Conference" }).getByRole("link", { name: "Radar" }).click();

  await expect(page.getByText("Rings follow the team’s decision, or its lean")).toBeVisible();
  await expect(page.getByText("Left out: 3 not marked yet.")).toBeVisible();
  await expect(page.getByText("since Example Conf 2030")).toBeVisible();
  const picture = page.getByRole("group", { name: /^Radar with 12 announcements/ });
  const line = page
    .getByRole("region", { name: "Data and storage" })
    .getByRole("listitem")
    .filter({ hasText: "Quiet" });
  await expect(line).toContainText("5Quiet volumesmoved in");
  const blip = picture.getByRole("link", { name: "5 Quiet volumes, adopt, moved in" });
  await expect(picture.getByRole("link")).toHaveCount(12);

  await blip.hover();
  await expect(line).toHaveAttribute("data-on");
  await page.getByRole("link", { name: "Tables that speak SQL", exact: true }).hover();
  await expect(line).not.toHaveAttribute("data-on");
  await expect(picture.getByRole("link", { name: /^7 / })).toHaveAttribute("data-on");

  await page.getByText("Which category is where").click();
  await expect(page.getByText("Storage, Databases, Analytics, Machine learning, Migration")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change quadrants" })).toBeHidden();
});

test("a keyboard goes through the blips in order, from neighbour to neighbour, and to the list", async ({
  page,
  signIn,
}) => {
  const { lead, radar, onRadar } = await makeRadarWorld();
  await signIn(lead);
  await page.goto(radar);
  const focused = page.locator(":focus");
  const links = page.getByRole("group", { name: /^Radar with/ }).getByRole("link");
  await links.first().focus();
  for (let number = 2; number <= 4; number++) {
    await page.keyboard.press("Tab");
    await expect(focused).toHaveAccessibleName(new RegExp(`^${number} `));
  }
  await expect(page.getByRole("listitem").filter({ hasText: "Desktop instances" })).toHaveAttribute("data-on");

  // The one far at the left: to the right lie others, further left none.
  const before = await focused.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect(focused).not.toHaveAccessibleName(/^4 /);
  const after = await focused.boundingBox();
  expect(after?.x).toBeGreaterThan(before?.x ?? 0);

  await links.nth(3).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#r4$/);
  await page.keyboard.press("Tab");
  await expect(focused).toHaveAccessibleName("Desktop instances");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/announcements/${onRadar[3]?.slug}$`));
});

test("a lead changes the quadrants, and two leads do not overwrite each other", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const { team, lead, radar } = await makeRadarWorld();
  const second = await createPerson({ name: "Ewan Blair" });
  await createMember({ team, person: second, role: "lead" });
  const stale = await openBrowser();
  await signIn(lead);
  await signIn(second, stale.context());
  await stale.goto(`${radar}/quadrants`);
  await page.goto(radar);
  await page.getByRole("link", { name: "Change quadrants" }).click();

  await page.getByLabel("Name, top left").fill("Data and storage");
  await page.getByRole("button", { name: "Save quadrants" }).click();
  await expect(refusal(page, "Another quadrant has this name.")).toBeVisible();
  await expect(page.getByLabel("Name, top left")).toHaveValue("Data and storage");
  await page.getByLabel("Name, top left").fill("<b>Run it</b>");
  await page.getByLabel("Serverless").selectOption("Build and ship");
  await page.getByRole("button", { name: "Save quadrants" }).click();
  await expect(page.getByText("Stored.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the radar" }).click();
  await expect(page.getByRole("region", { name: "<b>Run it</b>" })).toContainText("Arm processors");
  await expect(page.getByRole("region", { name: "Build and ship" })).toContainText("Billed per millisecond");

  await stale.getByLabel("Name, bottom right").fill("Watch it");
  await stale.getByRole("button", { name: "Save quadrants" }).click();
  await expect(refusal(stale, "Somebody changed the quadrants meanwhile")).toBeVisible();
  await expect(stale.getByLabel("Name, bottom right")).toHaveValue("Watch it");

  await stale.reload();
  await expect(stale.getByLabel("Name, top left")).toHaveValue("<b>Run it</b>");
  await stale.getByRole("button", { name: "Reset to default" }).click();
  await expect(stale.getByText("Stored: the quadrants are as they came.")).toBeVisible();
  await expect(stale.getByLabel("Name, top left")).toHaveValue("Compute and containers");
});

test("the radar is taken along as a picture", async ({ page, signIn }) => {
  const { member, radar } = await makeRadarWorld();
  await signIn(member);
  await page.goto(radar);

  await page.getByText("Download", { exact: true }).click();
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^SVG/ }).click()]);
  expect(svg.suggestedFilename()).toMatch(/\.svg$/);
  const drawing = await readFile(await svg.path(), "utf8");
  expect(drawing).toContain("Quiet volumes");
  await page.getByText("Download", { exact: true }).click();
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^PNG/ }).click()]);
  const picture = await readFile(await png.path());
  expect([picture.toString("latin1", 1, 4), picture.readUInt32BE(16)]).toEqual(["PNG", 1600]);
  // A browser draws it alone, too.
  await page.setContent(`<img alt="radar" src="data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}">`);
  await expect
    .poll(() => page.getByAltText("radar").evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(1280);
});

test("without scripts blips lead to their lines, and quadrants are changed", async ({ browser, baseURL, signIn }) => {
  const { lead, radar } = await makeRadarWorld();
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  await signIn(lead, context);
  const page = await context.newPage();
  await page.goto(radar);
  await page.getByRole("link", { name: /^5 Quiet volumes/ }).click();
  await expect(page).toHaveURL(/#r5$/);
  const line = page.getByRole("listitem").filter({ hasText: "Quiet volumes" });
  await expect(line).toBeInViewport();
  const plain = await page.getByRole("listitem").filter({ hasText: "Strong" }).evaluate(background);
  expect(await line.evaluate(background)).not.toBe(plain);

  await page.goto(`${radar}/quadrants`);
  await page.getByLabel("Name, bottom left").fill("Make");
  await page.getByRole("button", { name: "Save quadrants" }).click();
  await expect(page.getByText("Stored.")).toBeVisible();
  await page.goto(radar);
  await expect(page.getByRole("region", { name: "Make" })).toContainText("A shell in the console");
  await context.close();
});

test("whatever people type stays text, and what is crowded is grouped and listed", async ({ page, signIn }) => {
  const { team, lead, conference, board } = await makeWorld();
  const titles = [
    '"Quoted" <script>alert(1)</script>',
    "🚀 שלום \u202eworld",
    "A title without end ".repeat(250).trim(),
  ];
  for (const title of [...titles, ...Array.from({ length: 20 }, (_, index) => `Widget ${index}`)]) {
    const { id } = await createAnnouncement({ conferenceId: conference.id, title });
    await createDecision({ teamId: team.id, announcementId: id, decidedById: lead.id });
  }
  await signIn(lead);
  await page.goto(`${board}/radar`);

  for (const title of titles) await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
  const group = page.getByRole("link", { name: "7 more, 17 to 23, adopt" });
  await group.focus();
  await expect(page.locator("li[data-on]")).toHaveCount(7);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("an empty radar says what to do; a full one prints without what is only for screens", async ({ page, signIn }) => {
  const { lead, board } = await makeWorld();
  await signIn(lead);
  await page.goto(`${board}/radar`);
  await expect(page.getByRole("heading", { name: "Nothing on the radar yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Mark what needs you" })).toBeVisible();

  const full = await makeRadarWorld();
  await signIn(full.lead);
  await page.goto(full.radar);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Quiet volumes", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Change quadrants" })).toBeHidden();
  await expect(page.getByText("Download", { exact: true })).toBeHidden();
});

function background(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}
