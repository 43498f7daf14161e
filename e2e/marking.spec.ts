import { db } from "@/lib/db/client";
import { createAnnouncement } from "@/lib/testing/builders";

import { boardRow, markButton, openAnnouncement, openBoard, toast } from "./support/marks";
import { expect, refusal, test } from "./support/test";
import { makeWorld, markHistory } from "./support/world";

const TITLE = "Quieter disks";

test("a mark is undone, and both stay in the history", async ({ page, signIn }) => {
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await markButton(page, TITLE, "adopt").click();
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await expect(page.getByText("1 of 3")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Undone: unmarked, stored.")).toBeVisible();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("0 of 3")).toBeVisible();

  expect(await markHistory(team)).toEqual([
    { choice: "adopt", note: "" },
    { choice: null, note: "" },
  ]);
});

test("withdrawing is undone with the note", async ({ page, signIn }) => {
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await boardRow(page, TITLE).getByRole("link").focus();
  await page.keyboard.press("i");
  await expect(toast(page, "Marked investigate, stored.")).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Your note" }).fill("What do they cost?");
  await page.keyboard.press("Control+Enter");
  await expect(toast(page, "Note stored.")).toBeVisible();
  await page.keyboard.press("w");
  await expect(toast(page, "Mark withdrawn, stored.")).toBeVisible();
  await page.keyboard.press("u");
  await expect(toast(page, "Undone: investigate, stored.")).toBeVisible();

  await page.goto(`${board}?view=all`);
  await expect(markButton(page, TITLE, "investigate")).toHaveAttribute("aria-pressed", "true");
  await expect(boardRow(page, TITLE)).toContainText("What do they cost?");
  expect(await markHistory(team)).toEqual([
    { choice: "investigate", note: "" },
    { choice: "investigate", note: "What do they cost?" },
    { choice: null, note: "What do they cost?" },
    { choice: "investigate", note: "What do they cost?" },
  ]);
});

test("a double click marks once", async ({ page, signIn }) => {
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await markButton(page, TITLE, "ignore").dblclick();
  await expect(toast(page, "Marked ignore, stored.")).toBeVisible();
  await expect(boardRow(page, TITLE).getByRole("img", { name: "0 adopt, 0 investigate, 1 ignore" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 of 3")).toBeVisible();
  expect(await markHistory(team)).toEqual([{ choice: "ignore", note: "" }]);
});

test("a mark that a server does not take yet is kept, says so, and is sent by itself", async ({
  page,
  signIn,
  complaints,
}) => {
  complaints.expected.push(/status of 503/);
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await page.route("**/votes", (route) => route.fulfill({ status: 503, headers: { "Retry-After": "1" } }));
  await markButton(page, TITLE, "adopt").click();
  await expect(toast(page, "Debrief does not answer. 1 mark waiting to be sent.")).toBeVisible();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "true");
  expect(await markHistory(team)).toEqual([]);

  await page.unroute("**/votes");
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await expect(toast(page, "waiting to be sent")).toHaveCount(0);
  expect(await markHistory(team)).toEqual([{ choice: "adopt", note: "" }]);
});

test("a mark that is refused goes back, says why, and can be tried again", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/status of 404/);
  const { member, team, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  const membership = { teamId: team.id, personId: member.id };
  await db().membership.delete({ where: { teamId_personId: membership } });
  await markButton(page, TITLE, "adopt").click();
  await expect(toast(page, "There is no such team here.")).toBeVisible();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("0 of 3")).toBeVisible();
  expect(await markHistory(team)).toEqual([]);

  await db().membership.create({ data: { ...membership, role: "member" } });
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "true");
});

test("a mark of somebody who has just been taken out goes back and says why", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/status of 404/);
  const { member, team, announcements } = await makeWorld();
  await signIn(member);
  await openAnnouncement(page, `/teams/${team.slug}/announcements/${announcements[1]?.slug}`);

  await db().membership.delete({ where: { teamId_personId: { teamId: team.id, personId: member.id } } });
  await markButton(page, TITLE, "adopt").click();
  await expect(refusal(page, "There is no such team here.")).toBeVisible();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "false");
  expect(await markHistory(team)).toEqual([]);
});

test("a note of 20,000 characters is refused with its length and stays in its field", async ({
  page,
  signIn,
  complaints,
}) => {
  complaints.expected.push(/status of 4\d\d/);
  const { member, team, board } = await makeWorld();
  const long = "Why not? ".repeat(2_223).slice(0, 20_000).trim().padEnd(20_000, "!");
  await signIn(member);
  await openBoard(page, board);

  await boardRow(page, TITLE).getByRole("link").focus();
  await page.keyboard.press("a");
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Your note" });
  await field.fill(long);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(
    page.getByText("The note has 20,000 characters and can have 4,000. Shorten it and save again."),
  ).toBeVisible();
  await expect(field).toHaveValue(long);
  expect(await markHistory(team)).toEqual([{ choice: "adopt", note: "" }]);

  await field.fill("Because it is quiet.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(boardRow(page, TITLE)).toContainText("Because it is quiet.");
});

test("two tabs that change one note keep both texts", async ({ page, context, signIn, complaints }) => {
  complaints.expected.push(/status of 409/);
  const { member, team, announcements, board } = await makeWorld();
  const [, { id = "", slug = "" } = {}] = announcements;
  await db().vote.create({ data: { teamId: team.id, announcementId: id, personId: member.id, choice: "adopt" } });
  await signIn(member);
  const other = await context.newPage();
  await openBoard(page, `${board}?view=all`);
  await openAnnouncement(other, `/teams/${team.slug}/announcements/${slug}`);

  await other.getByText("Add a note").click();
  await boardRow(page, TITLE).getByRole("link").focus();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Your note" }).fill("They are cheap.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(boardRow(page, TITLE)).toContainText("They are cheap.");

  const field = other.getByRole("textbox", { name: "Your note" });
  await field.fill("They are dear.");
  await other.getByRole("button", { name: "Save note" }).click();
  await expect(refusal(other, "Your note was changed meanwhile")).toBeVisible();
  await expect(other.getByRole("blockquote")).toContainText("They are cheap.");
  await expect(field).toHaveValue("They are dear.");
  await other.getByRole("button", { name: "Replace it with mine" }).click();
  await expect(field).toBeHidden();

  await page.reload();
  await expect(boardRow(page, TITLE)).toContainText("They are dear.");
  expect((await markHistory(team)).map(({ note }) => note)).toEqual(["", "They are cheap.", "They are dear."]);
});

test("search and filters find, and are cleared", async ({ page, signIn }) => {
  const { member, board } = await makeWorld();
  await signIn(member);
  await openBoard(page, board);

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search announcements" })).toBeFocused();
  await page.keyboard.type("table store");
  await page.keyboard.press("Enter");
  await expect(boardRow(page, "Tables that shard themselves")).toBeVisible();
  await expect(boardRow(page, TITLE)).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Search announcements" }).fill("zeppelin hangars");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Nothing matches “zeppelin hangars”" })).toBeVisible();
  await page.getByRole("region", { name: "Announcements" }).getByRole("link", { name: "Clear filters" }).click();
  await expect(boardRow(page, TITLE)).toBeVisible();

  await page.getByRole("link", { name: "Storage" }).click();
  await expect(boardRow(page, "Tables that shard themselves")).toHaveCount(0);
  await expect(boardRow(page, TITLE)).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(boardRow(page, "Tables that shard themselves")).toBeVisible();
});

test("a long board shows more, keeps its marks, and marks what came later", async ({ page, signIn }) => {
  const { member, team, conference, board } = await makeWorld();
  const titles = Array.from({ length: 57 }, (_, n) => `Widget ${String(n + 1).padStart(2, "0")}`);
  for (const title of titles) await createAnnouncement({ title, conferenceId: conference.id });
  await signIn(member);
  await openBoard(page, board);

  const rows = page.getByRole("group", { name: /^Your mark: / });
  await expect(rows).toHaveCount(50);
  await markButton(page, "Widget 01", "adopt").click();
  await expect(toast(page, "Marked adopt, stored.")).toBeVisible();
  await page.getByRole("link", { name: "Show more" }).scrollIntoViewIfNeeded();
  await expect(rows).toHaveCount(60);
  await expect(page.getByRole("link", { name: "Show more" })).toHaveCount(0);
  await expect(markButton(page, "Widget 01", "adopt")).toHaveAttribute("aria-pressed", "true");

  await markButton(page, TITLE, "ignore").click();
  await expect(toast(page, "Marked ignore, stored.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 of 60")).toBeVisible();
  await expect(boardRow(page, "Widget 01")).toHaveCount(0);
  expect(await markHistory(team)).toHaveLength(2);
});
