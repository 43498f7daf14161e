import { unzipSync } from "fflate";

import { createDecision, createVote } from "@/lib/testing/builders";

import { expect, expectAccessible, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const REASON = "Half the noise at the same price, closes #12, thanks @octocat";

/** A world in which two announcements are decided to adopt, the first with a note. */
async function decidedWorld(): Promise<World> {
  const world = await makeWorld();
  const { team, lead, member, announcements } = world;
  const ids = { teamId: team.id, decidedById: lead.id };
  for (const [place, { id: announcementId }] of announcements.slice(0, 2).entries()) {
    await createDecision({ ...ids, announcementId, ownerId: member.id, reason: REASON, place });
    await createVote({ teamId: team.id, announcementId, personId: member.id, note: "Worth a fortnight of ours" });
  }
  return world;
}

test("a lead opens what is decided as issues in a repository", async ({ page, signIn, context }) => {
  const { lead, board, announcements } = await decidedWorld();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(lead);
  await page.goto(`${board}/shortlist/github`);
  const titles = announcements.slice(0, 2).map(({ title }) => title);
  await expect(page.getByRole("heading", { level: 3 }).filter({ hasNotText: "All at once" })).toHaveText(titles);
  await expect(page.getByRole("link", { name: "Open in GitHub" })).toHaveCount(0);

  const repository = page.getByRole("textbox", { name: "Repository" });
  await repository.fill("our app");
  await page.getByRole("button", { name: "Make links" }).click();
  await expect(page.getByText("That names no repository.")).toBeVisible();
  await expect(repository).toHaveValue("our app");
  await repository.fill("https://github.com/octo-org/app/pulls");
  await repository.press("Enter");

  const link = page.getByRole("link", { name: `Open in GitHub ${titles[0]}` });
  await expect(link).toHaveAttribute("href", /^https:\/\/github\.com\/octo-org\/app\/issues\/new\?/);
  const asked = new URL((await link.getAttribute("href")) ?? "").searchParams;
  expect(asked.get("title")).toBe(titles[0]);
  expect(asked.get("body")).toContain("Worth a fortnight of ours");
  expect(asked.get("body")).not.toMatch(/#12|@octocat/);

  await page.getByRole("button", { name: `Copy text ${titles[0]}` }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(asked.get("body"));
  await page.getByText("Text of the issue").first().click();
  await expect(page.getByRole("textbox", { name: titles[0] })).toHaveValue(asked.get("body") ?? "");
  await expectAccessible(page);
});

test("the texts can be read and opened without JavaScript", async ({ browser, signIn }) => {
  const { lead, board, announcements } = await decidedWorld();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(lead, context);
  const page = await context.newPage();
  await page.goto(`${board}/shortlist/github`);
  await page.getByRole("textbox", { name: "Repository" }).fill("octo-org/app");
  await page.getByRole("button", { name: "Make links" }).click();

  await expect(page.getByRole("link", { name: `Open in GitHub ${announcements[0]?.title}` })).toBeVisible();
  await page.getByText("Text of the issue").first().click();
  await expect(page.getByRole("textbox", { name: announcements[0]?.title })).toBeVisible();
  await context.close();
});

test("says what to do while nothing is decided", async ({ page, signIn }) => {
  const { lead, board } = await makeWorld();
  await signIn(lead);
  await page.goto(`${board}/shortlist/github`);

  await expect(page.getByText("Nothing is decided yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "shortlist", exact: true }).click();
  await expect(page).toHaveURL(`${board}/shortlist`);
});

test("every file for planning comes as a download, full or empty", async ({ page, signIn }) => {
  const [full, empty] = [await decidedWorld(), await makeWorld()];
  for (const { lead, board } of [full, empty]) {
    await signIn(lead);
    for (const file of FILES) {
      const answer = await page.request.get(`${board}/export/${file}`);
      expect([file, answer.status()]).toEqual([file, 200]);
      expect(answer.headers()["content-disposition"]).toContain(file.slice(file.lastIndexOf(".")));
    }
  }
  await signIn(full.lead);
  const records = unzipSync(await (await page.request.get(`${full.board}/export/madr.zip`)).body());
  expect(Object.keys(records)).toHaveLength(3);
});

const FILES = [
  ...["madr.zip", "jira.csv", "jira.zip", "github.md", "github.json", "gitlab.csv"],
  ...["feed.xml", "feed.json", "targets.ics"],
];
