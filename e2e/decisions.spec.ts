import type { Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { createVote } from "@/lib/testing/builders";

import { agendaItem, CONTENTIOUS, makeSplitWorld } from "./support/agendas";
import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

const DISKS = "Quieter disks";
const [FIRST, SECOND, THIRD] = CONTENTIOUS;

/** A world in which lead and member marked one announcement ignore, and its address. */
async function makeLeaningWorld(): Promise<World & { disks: string; disksId: string }> {
  const world = await makeWorld();
  const announcement = world.announcements.find(({ title }) => title === DISKS);
  if (!announcement) throw new Error("There are no disks.");
  const marked = { teamId: world.team.id, announcementId: announcement.id, choice: "ignore" } as const;
  for (const { id: personId } of [world.lead, world.member]) await createVote({ ...marked, personId });
  return { ...world, disks: `${world.home}/announcements/${announcement.slug}`, disksId: announcement.id };
}

function decisionBox(page: Page) {
  return page.getByRole("region", { name: "Decision" });
}

function choose(page: Page, choice: "Adopt" | "Investigate" | "Ignore") {
  return decisionBox(page).getByRole("radio", { name: choice }).check({ force: true });
}

test("a lead decides against the lean, changes it and opens it again, and all of it stays to be read", async ({
  page,
  signIn,
}) => {
  const { lead, disks } = await makeLeaningWorld();
  await signIn(lead);
  await page.goto(disks);
  const box = decisionBox(page);

  await choose(page, "Adopt");
  await expect(box.getByText("Against the team’s lean: 2 of 2 marked ignore.")).toBeVisible();
  await box.getByLabel("Reason").fill("Our nights are loud.");
  await box.getByLabel("Owner").selectOption("Milo Member");
  await box.getByLabel("Target").fill("soon");
  await box.getByLabel("Effort").selectOption("M");
  await box.getByLabel("Days").fill("2,5");
  await box.getByRole("button", { name: "Decide adopt" }).click();
  await expect(refusal(page, "Write the target as a quarter")).toBeVisible();
  await expect(box.getByLabel("Reason")).toHaveValue("Our nights are loud.");
  await expect(box.getByLabel("Owner")).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(box.getByLabel("Effort")).toHaveValue("M");
  await box.getByLabel("Target").fill("Q1 2031");
  await box.getByRole("button", { name: "Decide adopt" }).click();

  await expect(box).toContainText("Decided adopt");
  await expect(box).toContainText("Decided against the team’s lean: 2 of 2 marked ignore.");
  for (const fact of ["Milo Member", "Q1 2031", "M, 2.5 days"]) await expect(box).toContainText(fact);
  const thread = page.getByRole("region", { name: "Thread" });
  await expect(thread).toContainText("Lena Lead decided adopt · Q1 2031 · Milo Member owns it");

  await box.getByText("Change").click();
  await expect(box.getByLabel("Reopen when")).toBeHidden();
  await choose(page, "Ignore");
  await box.getByLabel("Reopen when").fill("They cost as much as loud ones.");
  await box.getByLabel("Look again on").fill("2021-06-01");
  await box.getByRole("button", { name: "Decide ignore" }).click();
  await expect(box).toContainText("Decided ignore");
  await expect(box).toContainText("Time to look again, since 1 Jun 2021.");
  await expect(box).not.toContainText("against the team’s lean");
  await box.getByText("History").click();
  await expect(box.getByRole("listitem").filter({ hasText: "decided adopt" })).toContainText("superseded");

  await box.getByText("Reopen", { exact: true }).click();
  await box.getByLabel("Why it is open again").fill("They cost the same now.");
  await box.getByRole("button", { name: "Reopen it" }).click();
  await expect(box).toContainText(/Reopened by Lena Lead, .+: They cost the same now\./);
  await expect(thread).toContainText("Lena Lead reopened it: They cost the same now.");
  await expect(box.getByRole("button", { name: "Decide" })).toBeVisible();
});

test("a member is told once what was decided, and says how far it is when they own it", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const { lead, member, board, disks } = await makeLeaningWorld();
  const milo = await openBrowser();
  await signIn(lead);
  await signIn(member, milo.context());
  await page.goto(disks);
  for (const [choice, verb] of [
    ["Adopt", "Decide adopt"],
    ["Investigate", "Decide investigate"],
  ] as const) {
    if (choice === "Investigate") await decisionBox(page).getByText("Change").click();
    await choose(page, choice);
    await decisionBox(page).getByLabel("Owner").selectOption("Milo Member");
    await decisionBox(page).getByRole("button", { name: verb }).click();
    await expect(decisionBox(page)).toContainText(`Decided ${choice.toLowerCase()}`);
  }

  await milo.goto(board);
  const news = milo.getByRole("form", { name: "News" });
  await expect(news.getByRole("listitem")).toHaveText([
    /^Lena Lead decided investigate: “Quieter disks”\. You own it\./,
  ]);
  await news.getByRole("link", { name: "Read the decision" }).click();
  const box = decisionBox(milo);
  await expect(box.getByRole("button", { name: /Decide/ })).toHaveCount(0);
  await box.getByText("Say how far it is").click();
  await box.getByRole("radio", { name: "Started" }).check({ force: true });
  await box.getByLabel("Since").fill("2021-01-04");
  await box.getByRole("button", { name: "Save" }).click();
  await expect(box).toContainText("Started on 4 Jan 2021");
  await expect(milo.getByRole("region", { name: "Thread" })).toContainText("Milo Member set it to started, 4 Jan 2021");

  await milo.goto(board);
  await news.getByRole("button", { name: "Dismiss" }).click();
  await expect(news).toHaveCount(0);
  await milo.reload();
  await expect(news).toHaveCount(0);
});

test("several are decided at once on the agenda with the keyboard alone", async ({ page, signIn }) => {
  const { lead, board } = await makeSplitWorld();
  await signIn(lead);
  await page.goto(`${board}/agenda`);
  const bar = page.getByRole("region", { name: "Decide what is selected" });

  await page.getByRole("checkbox", { name: `Select ${FIRST.title}` }).focus();
  await expect(async () => {
    await page.keyboard.press("Space");
    await expect(bar).toContainText("1 selected", { timeout: 500 });
  }).toPass();
  await page.getByRole("checkbox", { name: `Select ${THIRD.title}` }).focus();
  await page.keyboard.press("Space");
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("radio", { name: "Decide selected: Adopt" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Both pay back.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Milo");
  await page.keyboard.press("Tab");
  await page.keyboard.type("whenever");
  await page.keyboard.press("Enter");
  await expect(refusal(page, "Write the target as a quarter")).toBeVisible();
  await expect(bar).toContainText("2 selected");
  await expect(bar.getByLabel("Reason")).toHaveValue("Both pay back.");
  await bar.getByLabel("Target").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Q2 2031");
  await page.keyboard.press("Enter");

  for (const { title } of [FIRST, THIRD]) {
    await expect(agendaItem(page, title)).toContainText("Decided adopt, Lena Lead · Q2 2031 · Milo Member owns it");
  }
  await expect(page.getByText("2 decided adopt.")).toBeFocused();
  await expect(page.getByText("1 split, 0 open questions.").or(page.getByText("1 split."))).toBeVisible();
  await expect(agendaItem(page, SECOND.title)).not.toContainText("Decided");
});

test("what was put aside until a day that has come is on the agenda, and opened again there", async ({
  page,
  signIn,
}) => {
  const { lead, team, board, disksId } = await makeLeaningWorld();
  const decided = { teamId: team.id, announcementId: disksId, decidedById: lead.id, choice: "ignore" } as const;
  await db().decision.create({
    data: { ...decided, reopenWhen: "They cost the same.", reopenOn: new Date("2021-06-01") },
  });
  await signIn(lead);
  await page.goto(`${board}/agenda`);

  const group = page.getByRole("region", { name: "Time to look again" });
  await expect(group).toContainText(DISKS);
  await expect(group).toContainText("Reopen when: They cost the same.");
  await group.locator("summary").click();
  await group.getByLabel("Why it is open again").fill("They do.");
  await group.getByRole("button", { name: "Reopen it" }).click();
  await expect(group).toHaveCount(0);
});

for (const width of [1280, 390]) {
  test(`a decision can be made and read by everybody at ${width} px`, async ({ page, signIn }) => {
    test.slow();
    const { lead, disks } = await makeLeaningWorld();
    await signIn(lead);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(disks);
    await choose(page, "Investigate");
    await expectAccessible(page);
    await decisionBox(page).getByLabel("Owner").selectOption("Milo Member");
    await decisionBox(page).getByRole("button", { name: "Decide investigate" }).click();
    await expect(decisionBox(page)).toContainText("Decided investigate");
    for (const fold of ["Say how far it is", "Change", "Reopen"]) {
      await decisionBox(page).getByText(fold, { exact: true }).click();
    }
    await expectAccessible(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  test(`several can be decided at once by everybody at ${width} px`, async ({ page, signIn }) => {
    test.slow();
    const { lead, board } = await makeSplitWorld();
    await signIn(lead);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${board}/agenda`);
    await agendaItem(page, SECOND.title).locator("summary", { hasText: "More" }).click();
    await page.getByRole("checkbox", { name: `Select ${FIRST.title}` }).check();
    await expect(page.getByText("1 selected")).toBeVisible();
    await expectAccessible(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead decides, and what is refused comes back as typed", async ({ page, signIn }) => {
    const { lead, disks } = await makeLeaningWorld();
    await signIn(lead);
    await page.goto(disks);
    const box = decisionBox(page);
    await choose(page, "Investigate");
    await box.getByLabel("Reopen when").fill("It is cheaper.");
    await box.getByLabel("Owner").selectOption("Milo Member");
    await box.getByLabel("Days").fill("a week");
    await box.getByRole("button", { name: "Decide" }).click();
    await expect(refusal(page, "Write the days as a number")).toBeVisible();
    await expect(box.getByLabel("Reopen when")).toHaveValue("It is cheaper.");
    await box.getByLabel("Days").fill("5");
    await box.getByRole("button", { name: "Decide" }).click();
    await expect(box).toContainText("Decided investigate");
    await expect(box).toContainText("It is cheaper.");
    await expect(box).toContainText("5 days");
  });

  test("a lead decides several on the agenda", async ({ page, signIn }) => {
    const { lead, board } = await makeSplitWorld();
    await signIn(lead);
    await page.goto(`${board}/agenda`);
    for (const { title } of [FIRST, SECOND]) await page.getByRole("checkbox", { name: `Select ${title}` }).check();
    const bar = page.getByRole("region", { name: "Decide what is selected" });
    await bar.getByRole("radio", { name: "Decide selected: Ignore" }).check({ force: true });
    await bar.getByLabel("Target").fill("whenever");
    await bar.getByRole("button", { name: "Decide" }).click();
    await expect(bar).toContainText("The 2 you selected still are.");
    await bar.getByLabel("Target").fill("Q2 2031");
    await bar.getByRole("button", { name: "Decide" }).click();
    for (const { title } of [FIRST, SECOND]) {
      await expect(agendaItem(page, title)).toContainText("Decided ignore, Lena Lead · Q2 2031");
    }
  });
});
