import { createAnnouncement } from "@/lib/testing/builders";

import { boardRow, markButton, openBoard, toast } from "./support/marks";
import { expect, test } from "./support/test";
import { makeWorld, markHistory } from "./support/world";

const DISKS = "Quieter disks";
const BUILDERS = "Builders that sleep when idle";

test("many are selected with the keyboard, marked at once, and put back by one undo", async ({ page, signIn }) => {
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, `${board}?view=all`);
  await markButton(page, DISKS, "ignore").click();
  await expect(toast(page, "Marked ignore, stored.")).toBeVisible();

  await boardRow(page, BUILDERS).getByRole("link").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press(" ");
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ ");
  const bar = page.getByRole("region", { name: "Selected announcements" });
  await expect(bar).toContainText("3 selected");
  await expect(page.getByRole("checkbox", { name: "Select all shown" })).toBeChecked();
  await bar.getByRole("button", { name: "Adopt" }).click();
  await expect(toast(page, "3 marked adopt, stored.")).toBeVisible();
  await expect(page.getByText("3 of 3").first()).toBeVisible();
  await page.keyboard.press("u");
  await expect(toast(page, "Undone: 3 as before, stored.")).toBeVisible();
  await expect(markButton(page, DISKS, "ignore")).toHaveAttribute("aria-pressed", "true");
  await expect(markButton(page, BUILDERS, "adopt")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  const history = await markHistory(team);
  expect(history.map(({ choice }) => choice).sort()).toEqual([
    "adopt",
    "adopt",
    "adopt",
    "ignore",
    "ignore",
    null,
    null,
  ]);
});

test("a long board loads as it is read, holds few rows, and is there after going back", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const { member, conference, board } = await makeWorld();
  const titles = Array.from({ length: 600 }, (_, n) => `Widget ${String(n + 1).padStart(3, "0")}`);
  for (const title of titles) await createAnnouncement({ title, conferenceId: conference.id, category: "compute" });
  await signIn(member);
  await openBoard(page, board);

  const rows = page.getByRole("group", { name: /^Your mark: / });
  await expect(async () => {
    await page.mouse.wheel(0, 3_000);
    await expect(page.getByText("603 of 603")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
  expect(await rows.count()).toBeLessThanOrEqual(400);
  await page.mouse.wheel(0, -9_000);
  const link = page.getByRole("link", { name: "Widget 450" });
  await link.scrollIntoViewIfNeeded();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Widget 450" })).toBeVisible();
  await page.goBack();
  await expect(rows.first()).toBeVisible();

  await page.evaluate(() => scrollTo(0, 0));
  await expect(boardRow(page, "Widget 001")).toBeInViewport();
  expect(await rows.count()).toBeLessThanOrEqual(400);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("many are selected and marked at once", async ({ page, signIn }) => {
    const { member, team, board } = await makeWorld();
    await signIn(member);
    await page.goto(`${board}?view=all`);
    await page.getByRole("checkbox", { name: `Select ${DISKS}` }).check();
    await page.getByRole("checkbox", { name: `Select ${BUILDERS}` }).check();
    await page.getByRole("button", { name: "investigate", exact: true }).last().click();
    await expect(markButton(page, DISKS, "investigate")).toHaveAttribute("aria-pressed", "true");
    await expect(markButton(page, BUILDERS, "investigate")).toHaveAttribute("aria-pressed", "true");
    expect(await markHistory(team)).toHaveLength(2);
  });
});
