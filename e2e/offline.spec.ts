import { db } from "@/lib/db/client";

import { boardRow, markButton, openBoard, toast } from "./support/marks";
import { expect, test } from "./support/test";
import { makeWorld, markHistory } from "./support/world";

const DISKS = "Quieter disks";
const BUILDERS = "Builders that sleep when idle";

test.beforeEach(({ complaints }) => void complaints.expected.push(/ERR_INTERNET_DISCONNECTED/));

test("marks made offline are kept and sent when the connection is back", async ({ page, context, signIn }) => {
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await context.setOffline(true);
  await expect(toast(page, "Offline. Marks are kept and sent when the connection is back.")).toBeVisible();
  await boardRow(page, DISKS).getByRole("link").focus();
  await page.keyboard.press("a");
  await markButton(page, BUILDERS, "ignore").click();
  await expect(toast(page, "Offline. 2 marks kept")).toBeVisible();
  await expect(markButton(page, DISKS, "adopt")).toHaveAttribute("aria-pressed", "true");
  expect(await markHistory(team)).toEqual([]);

  await context.setOffline(false);
  await expect(toast(page, "Offline")).toHaveCount(0);
  await expect(page.getByText("2 of 3")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 of 3")).toBeVisible();
  expect((await markHistory(team)).map(({ choice }) => choice).sort()).toEqual(["adopt", "ignore"]);
});

test("marks that wait outlive a reload and show in another tab", async ({ page, context, signIn, complaints }) => {
  complaints.expected.push(/ERR_FAILED/);
  const { member, team, board } = await makeWorld();
  await signIn(member);
  const other = await context.newPage();
  await openBoard(page, board);
  await openBoard(other, board);

  await context.route("**/votes", (route) => route.abort());
  await markButton(page, DISKS, "investigate").click();
  await expect(toast(page, "1 mark waiting to be sent")).toBeVisible();
  await expect(markButton(other, DISKS, "investigate")).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(markButton(page, DISKS, "investigate")).toHaveAttribute("aria-pressed", "true");
  await page.close();

  await context.unroute("**/votes");
  await toast(other, "waiting to be sent").getByRole("button", { name: "Try now" }).click();
  await expect(toast(other, "waiting to be sent")).toHaveCount(0);
  expect(await markHistory(team)).toEqual([{ choice: "investigate", note: "" }]);
});

test("a mark that changed on another device meanwhile is told, and a note never overwritten unseen", async ({
  page,
  context,
  signIn,
  complaints,
}) => {
  complaints.expected.push(/status of 409/);
  const { member, team, announcements, board } = await makeWorld();
  const announcementId = announcements.find(({ title }) => title === DISKS)?.id ?? "";
  const own = { teamId: team.id, announcementId, personId: member.id };
  await db().vote.create({ data: { ...own, choice: "ignore" } });
  await signIn(member);
  await openBoard(page, `${board}?view=all`);

  await context.setOffline(true);
  await boardRow(page, DISKS).getByRole("link").focus();
  await page.keyboard.press("a");
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Your note" }).fill("They are dear.");
  await page.keyboard.press("Control+Enter");
  await db().vote.updateMany({ where: own, data: { choice: "investigate", note: "They are cheap." } });
  await context.setOffline(false);

  await expect(
    toast(page, "You had marked investigate in another window or on another device; now adopt."),
  ).toBeVisible();
  await expect(page.getByRole("blockquote")).toContainText("They are cheap.");
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("They are dear.");
  await expect(markButton(page, DISKS, "adopt")).toHaveAttribute("aria-pressed", "true");
  expect((await markHistory(team)).at(-1)).toEqual({ choice: "adopt", note: "They are cheap." });
});

test("a note that is being written outlives a reload", async ({ page, signIn }) => {
  const { member, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);
  await boardRow(page, DISKS).getByRole("link").focus();
  await page.keyboard.press("a");
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Your note" }).fill("Half a thought");

  await openBoard(page, `${board}?view=all`);
  await boardRow(page, DISKS).getByRole("link").focus();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Half a thought");
  await page.keyboard.press("Control+Enter");
  await expect(boardRow(page, DISKS)).toContainText("Half a thought");
});
