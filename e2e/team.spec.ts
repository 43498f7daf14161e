import { db } from "@/lib/db/client";
import type { Person, Team } from "@/lib/db/generated/client";
import { viewerInTeam, findSession } from "@/lib/identity/session";
import { createComment, createRound, createVote } from "@/lib/testing/builders";
import { settleDecision } from "@/lib/voting/decisions/commands";

import { expect, expectAccessible, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

test("a member reads what others did since they were here, and a reload wipes nothing", async ({ page, signIn }) => {
  const world = await makeWorld();
  const { team, member, home, announcements, conference } = world;
  const [builders, disks] = announcements;
  await signIn(member);
  await page.goto(home);
  await expect(page.getByRole("heading", { name: "Conferences" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Since you were here" })).toHaveCount(0);

  await stayAway(team, member);
  await actAsLead(world);
  await page.goto(home);
  const since = page.getByRole("region", { name: "Since you were here" });
  // Other tests make conferences meanwhile, which every team sees.
  const lines = since.getByRole("listitem").filter({ hasText: "Lena Lead" });
  await expect(lines).toHaveCount(3);
  await expect(since).toContainText(`Lena Lead marked 2 in ${conference.name}, most of them adopt`);
  await expect(since).toContainText(`Lena Lead settled ${builders?.title}: ignore, too dear`);
  await expect(since).toContainText(`Lena Lead commented on ${disks?.title}: Quieter than what?`);
  await page.reload();
  await expect(lines).toHaveCount(3);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("a lead reminds who has not started, once, and nobody else is told", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  const { team, lead, member, home, conference } = world;
  // The page begins with the newest conferences, and other tests make more than it shows.
  await db().conference.update({ where: { id: conference.id }, data: { startsOn: new Date("2099-01-01") } });
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id });
  await signIn(lead);
  await page.goto(home);
  await expect(page.getByText("Round open")).toBeVisible();
  await expect(page.getByText("One has not started.")).toBeVisible();

  const button = page.getByRole("button", { name: "Remind Milo Member" });
  await button.click();
  await expect(page.getByRole("status").filter({ hasText: "Reminded Milo Member." })).toBeVisible();
  await expect(button).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Milo Member was reminded")).toBeVisible();
  await expect(button).toHaveCount(0);
  await expectAccessible(page);

  const other = await openBrowser();
  await signIn(member, other.context());
  await other.goto(home);
  await expect(other.getByText("Lena Lead asks for your marks")).toBeVisible();
  await expect(other.getByRole("heading", { name: "Who has marked" })).toHaveCount(0);
});

test("in a blind round the page says how many somebody marked, and not what", async ({ page, signIn }) => {
  const world = await makeWorld();
  const { team, lead, member, home, conference } = world;
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id, isBlind: true });
  await signIn(member);
  await page.goto(home);
  await stayAway(team, member);
  await markAsLead(world);

  const answer = await page.goto(home);

  const source = (await answer?.text()) ?? "";
  expect(source).toContain("Since you were here");
  expect(source).not.toMatch(/most of them|Hush, a note/);
  await expect(page.getByRole("region", { name: "Since you were here" })).toContainText("Lena Lead marked 2 in");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead reminds all the same", async ({ page, signIn }) => {
    const { team, lead, home, conference } = await makeWorld();
    await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id });
    await signIn(lead);
    await page.goto(home);

    await page.getByRole("button", { name: "Remind Milo Member" }).click();

    await expect(page.getByText("Reminded Milo Member.")).toBeVisible();
    expect(await db().notice.count({ where: { teamId: team.id, kind: "reminder" } })).toBe(1);
  });
});

/** Two marks, a decision and a comment. */
async function actAsLead(world: World): Promise<void> {
  const { team, lead, announcements } = world;
  const [builders, disks] = announcements;
  await markAsLead(world);
  const session = await findSession({ personId: lead.id, sessionVersion: 1 });
  const viewer = session && viewerInTeam(session, team.slug);
  if (!viewer || !builders || !disks) throw new Error("The world is not whole.");
  await settleDecision(viewer, { announcementId: builders.id, choice: "ignore", reason: "too dear", was: null });
  await createComment({ teamId: team.id, announcementId: disks.id, authorId: lead.id, body: "Quieter than what?" });
}

async function markAsLead({ team, lead, announcements }: World): Promise<void> {
  for (const { id } of announcements.slice(0, 2)) {
    await createVote({ teamId: team.id, announcementId: id, personId: lead.id, note: "Hush, a note" });
  }
}

/** As if the last look at the page had been long enough ago. */
async function stayAway({ id: teamId }: Team, { id: personId }: Person): Promise<void> {
  const where = { teamId_personId: { teamId, personId } };
  // The page notes the visit once it has answered.
  await expect(async () => {
    expect((await db().membership.findUniqueOrThrow({ where })).hereAt).not.toBeNull();
  }).toPass();
  await db().$executeRaw`
    UPDATE membership SET here_at = now() - interval '31 minutes'
    WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid`;
}
