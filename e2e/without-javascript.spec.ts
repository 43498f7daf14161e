import { readFile } from "node:fs/promises";

import { fillSignIn } from "./support/entry";
import { boardRow, markButton } from "./support/marks";
import { RECAP_POST } from "./support/recap-post";
import { expect, refusal, test } from "./support/test";
import { givePassword, makeWorld, markHistory } from "./support/world";

const TITLE = "Quieter disks";
const PASSWORD = "seven quiet geese cross";

test.use({ javaScriptEnabled: false });

test("a member signs in, marks, changes, notes, comments and withdraws", async ({ page }) => {
  const { member, team, board } = await makeWorld();
  await givePassword(member, PASSWORD);

  await page.goto(board);
  await expect(page.getByRole("heading", { name: "Sign in to Debrief" })).toBeVisible();
  await fillSignIn(page, { email: member.email, password: "not this one" });
  await expect(page.getByText("E-mail and password do not match.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(member.email);
  await fillSignIn(page, { email: member.email, password: PASSWORD });
  await expect(page).toHaveURL(board);

  await markButton(page, TITLE, "adopt").click();
  await expect(page.getByText("1 of 3")).toBeVisible();
  await expect(boardRow(page, TITLE)).toHaveCount(0);
  await page.getByRole("link", { name: "All 3" }).click();
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "true");
  await markButton(page, TITLE, "investigate").click();
  await expect(markButton(page, TITLE, "investigate")).toHaveAttribute("aria-pressed", "true");
  await expect(markButton(page, TITLE, "adopt")).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("link", { name: TITLE }).click();
  await page.getByText("Add a note").click();
  await page.getByRole("textbox", { name: "Your note" }).fill("Ask what they cost.\nThen decide.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("complementary", { name: "Team" })).toContainText("Ask what they cost.");

  await page.getByRole("textbox", { name: "Comment" }).fill("See **the list** first.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("strong").filter({ hasText: "the list" })).toBeVisible();

  await page.getByText("Your note").click();
  await page.getByRole("button", { name: "Withdraw mark" }).click();
  await expect(page.getByText("Not marked yet.")).toBeVisible();
  expect(await markHistory(team)).toEqual([
    { choice: "adopt", note: "" },
    { choice: "investigate", note: "" },
    { choice: "investigate", note: "Ask what they cost.\nThen decide." },
    { choice: null, note: "Ask what they cost.\nThen decide." },
  ]);
});

test("a note that is refused comes back as it was typed", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/status of 4\d\d/);
  const { member, team, announcements } = await makeWorld();
  const here = `/teams/${team.slug}/announcements/${announcements[1]?.slug}`;
  const long = "x".repeat(20_000);
  await signIn(member);
  await page.goto(here);

  await markButton(page, TITLE, "adopt").click();
  await page.getByText("Add a note").click();
  await page.getByRole("textbox", { name: "Your note" }).fill(long);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(
    refusal(page, "The note has 20,000 characters and can have 4,000. Shorten it and save again."),
  ).toBeVisible();
  const field = page.getByRole("textbox", { name: "Your note" });
  await expect(field).toHaveValue(long);
  await field.fill("Short enough.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page).toHaveURL(new RegExp(here));
  await expect(page.getByRole("complementary", { name: "Team" })).toContainText("Short enough.");
});

test("a lead reads a post in, reviews, publishes, decides and exports", async ({ page, signIn }) => {
  const { lead, team, conference } = await makeWorld();
  await signIn(lead);

  await page.goto(`/imports/new?team=${team.slug}&conference=${conference.slug}`);
  await page.getByRole("textbox", { name: "The post" }).fill(RECAP_POST);
  await page.getByRole("button", { name: "Read the post" }).click();
  await expect(page.getByRole("heading", { name: "What mattered at Example Summit 2031" })).toBeVisible();

  await page.getByRole("textbox", { name: "Title" }).fill("EBS volumes that sleep");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 new" })).toBeVisible();
  await page.getByRole("button", { name: "Skip", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 new, 0 merged, 1 skipped, 4 open" })).toBeVisible();
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Publish with the 4 left" }).click();
  await expect(page.getByText("Published: 5 created, 0 merged, 1 skipped.")).toBeVisible();

  await page.getByText("Undo publishing", { exact: true }).first().click();
  await page.getByRole("button", { name: "Undo publishing" }).click();
  await expect(page.getByText("Publishing is undone: 5 announcements taken back.")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "5 new, 0 merged, 1 skipped, 0 open" })).toBeVisible();
  await page.getByRole("button", { name: "Publish 5" }).click();
  await expect(page.getByText("Published: 5 created, 0 merged, 1 skipped.")).toBeVisible();

  await page.getByRole("link", { name: "EBS volumes that sleep" }).click();
  await page.getByRole("complementary", { name: "Team" }).getByText("Adopt", { exact: true }).click();
  await page.getByLabel("Reason").fill("The build caches pay for it.");
  await page.getByRole("button", { name: /^Decide/ }).click();
  await expect(page.getByText("Decided adopt", { exact: true })).toBeVisible();

  await page.goto(`/teams/${team.slug}/conferences/${conference.slug}/shortlist`);
  await page.getByText("Export", { exact: true }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^CSV/ }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  expect(csv).toContain("EBS volumes that sleep,Amazon EBS,Storage,Preview,Decided adopt");
  expect(csv).toContain("The build caches pay for it.");
});
