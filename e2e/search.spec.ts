import { createAnnouncement, createComment, createRound, createVote } from "@/lib/testing/builders";

import { boardRow } from "./support/marks";
import { expect, expectAccessible, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

import type { Page } from "@playwright/test";

test("words are found over an announcement and what the team says of it, and marked", async ({ page, signIn }) => {
  const world = await makeWorld();
  const { member, board } = world;
  await discuss(world);
  await signIn(member);
  await page.goto(board);

  await search(page, "graviton cost");

  await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(2);
  const noted = boardRow(page, "Graviton9 arrives");
  await expect(noted.getByRole("link").locator("mark")).toHaveText("Graviton");
  await expect(noted).toContainText("In Lena Lead’s note: Moving would cost two sprints.");
  await expect(noted.locator("mark")).toHaveText(["Graviton", "cost"]);
  await expect(boardRow(page, "Metal on graviton")).toContainText("In a comment by Lena Lead: …");
  await expectAccessible(page);
});

test("a misspelt search offers what was meant", async ({ page, signIn }) => {
  const world = await makeWorld();
  await discuss(world);
  await signIn(world.member);
  await page.goto(world.board);

  await search(page, "graivton cost");
  await expect(page.getByText("Did you mean")).toBeVisible();
  await page.getByRole("link", { name: "graviton cost", exact: true }).click();

  await expect(page.getByRole("searchbox")).toHaveValue("graviton cost");
  await expect(boardRow(page, "Graviton9 arrives")).toBeVisible();
  await expect(page.getByText("Did you mean")).toBeHidden();
});

test("a note that a blind round hides is not found", async ({ page, signIn }) => {
  const world = await makeWorld();
  const { team, conference, lead, member, board } = world;
  await discuss(world);
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id, isBlind: true });

  await signIn(member);
  await page.goto(`${board}?q=sprints`);
  await expect(page.getByText("Nothing matches “sprints”")).toBeVisible();
  expect(await page.content()).not.toContain("Moving would");

  // A page that is open while somebody else signs in asks for news that are no longer its own.
  await page.goto("about:blank");
  await signIn(lead);
  await page.goto(`${board}?q=sprints`);
  await expect(boardRow(page, "Graviton9 arrives")).toBeVisible();
});

test("whatever is typed is taken as text and kept", async ({ page, signIn }) => {
  const { member, board } = await makeWorld();
  await signIn(member);
  await page.goto(board);
  const odd = ["%", "_", "\\", '"', "-", "' OR 1=1 --", '"never closed', "a & b | !c", "🚀🚀", "\u202eغير"];
  for (const typed of odd) {
    await search(page, typed);
    await expect(page.getByText(`Nothing matches “${typed}”`)).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue(typed);
  }
  await page.goto(`${board}?q=${"long ".repeat(200)}`);
  await expect(page.getByText("Nothing matches “long long")).toBeVisible();
});

test("the way to anywhere answers with what is there and where it is", async ({ page, signIn }) => {
  const { member, home, conference, announcements } = await makeWorld();
  await signIn(member);

  const response = await page.request.get(`${home}/search?q=quieter`);

  expect(response.headers()["cache-control"]).toBe("no-store");
  const found = (await response.json()) as { announcements: { slug: string; conference: { slug: string } }[] };
  expect(found.announcements).toContainEqual(
    expect.objectContaining({
      slug: announcements[1]?.slug,
      conference: expect.objectContaining({ slug: conference.slug }),
    }),
  );
});

/** Two announcements, one with a note that speaks of cost, one with a long comment that does. */
async function discuss({ team, conference, lead }: World): Promise<void> {
  const noted = await createAnnouncement({ title: "Graviton9 arrives", conferenceId: conference.id });
  const discussed = await createAnnouncement({ title: "Metal on graviton", conferenceId: conference.id });
  const note = "Moving would cost two sprints.";
  await createVote({ teamId: team.id, announcementId: noted.id, personId: lead.id, note });
  const body = `${"Our fleet is mostly idle at night. ".repeat(6)}What does it *cost* at the peak? ${"And then? ".repeat(20)}`;
  await createComment({ teamId: team.id, announcementId: discussed.id, authorId: lead.id, body });
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
}
