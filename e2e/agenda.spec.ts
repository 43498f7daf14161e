import { createMember, createPerson, createRound } from "@/lib/testing/builders";

import { agendaItem, CONTENTIOUS, makeSplitWorld, meetingListens } from "./support/agendas";
import { expect, expectAccessible, refusal, test } from "./support/test";

const [FIRST, SECOND, THIRD] = CONTENTIOUS;

test("a lead settles with the keyboard, and takes it back", async ({ page, signIn }) => {
  const { lead, board } = await makeSplitWorld();
  await signIn(lead);
  await page.goto(board);
  await page.getByRole("navigation", { name: "Conference" }).getByRole("link", { name: "Agenda 3" }).click();

  await expect(page.getByText("3 split, 2 open questions.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([FIRST.title, SECOND.title, THIRD.title]);
  const item = agendaItem(page, FIRST.title);
  await expect(item).toContainText("disagreement 81");
  await expect(item.getByRole("region", { name: "For adopt" })).toContainText(FIRST.adopt);
  await expect(item.getByRole("region", { name: "For ignore" })).toContainText(FIRST.other);
  await expect(item).toContainText(`${FIRST.question} Asked by Hana Sato, unanswered`);
  await expect(agendaItem(page, THIRD.title).getByRole("region", { name: "For ignore" })).toContainText(
    "Nobody wrote why.",
  );

  await item.getByRole("radio", { name: "Settle Templates for service deployment: Adopt" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("It saves us two days a service.");
  await page.keyboard.press("Enter");
  await expect(item.getByRole("status")).toContainText("Decided adopt, Lena Lead");
  await expect(item).toContainText("It saves us two days a service.");
  await expect(page.getByText("2 split, 1 open question.")).toBeVisible();
  // The list stays as it is, and the next one is at hand.
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([FIRST.title, SECOND.title, THIRD.title]);
  await expect(page.getByRole("radio", { name: "Settle Clusters in your own rack: Adopt" })).toBeFocused();

  await item.getByRole("button", { name: "Reopen" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 split, 2 open questions.")).toBeVisible();
  await expect(item.getByRole("radio", { name: "Settle Templates for service deployment: Adopt" })).toBeFocused();
});

test("a meeting goes through to its end with the keyboard", async ({ page, signIn, context }) => {
  const { lead, board } = await makeSplitWorld();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(lead);
  await page.goto(`${board}/agenda`);
  await page.getByLabel("Minutes each").fill("7");
  await expect(page.getByText("21 in all")).toBeVisible();
  await page.getByRole("button", { name: "Start meeting" }).click();

  await expect(page.getByRole("heading", { level: 1, name: FIRST.title })).toBeVisible();
  await expect(page.getByText("1 of 3")).toBeVisible();
  await meetingListens(page);
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  await page.keyboard.type("It saves us two days a service.");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 settled" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { name: "1 settled" })).toBeHidden();
  await page.keyboard.press("k");
  await page.getByRole("radio", { name: `Settle ${FIRST.title}: Adopt` }).focus();
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  await page.keyboard.type("It saves us two days a service.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  await page.keyboard.press("+");
  const clock = page.getByRole("timer");
  await expect(clock).toHaveText(/^(7:5\d|8:00)$/);
  const held = await clock.innerText();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  await expect(clock).toHaveText(held);

  await meetingListens(page);
  await page.keyboard.press("l");
  await expect(page.getByRole("heading", { level: 1, name: THIRD.title })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
  await expect(clock).toHaveText(held);
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { level: 1, name: THIRD.title })).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "2 settled, 1 put off" })).toBeVisible();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`**Adopt** [${FIRST.title}]`);
  expect(copied).toContain("(Lena Lead): It saves us two days a service.");
  expect(copied).toMatch(new RegExp(`## Put off\n\n- \\[${SECOND.title}\\]`));

  await page.getByRole("link", { name: "Go on with what was put off" }).click();
  await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
});

test("the time of an announcement runs out, and nothing moves by itself", async ({ page, signIn }) => {
  const { lead, board } = await makeSplitWorld();
  await signIn(lead);
  await page.clock.install();
  await page.goto(`${board}/agenda/meeting?minutes=1`);
  await meetingListens(page);

  await page.clock.runFor(59_000);
  await expect(page.getByText("Time. Settle or move on.")).toBeHidden();
  await page.clock.runFor(43_000);

  await expect(page.getByRole("status").filter({ hasText: "Time. Settle or move on." })).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^\+0:4\d$/);
  await expect(page.getByRole("heading", { level: 1, name: FIRST.title })).toBeVisible();
});

test("who settles too late is told who was first, and keeps the reason", async ({ page, signIn, openBrowser }) => {
  const { lead, team, board } = await makeSplitWorld();
  const second = await createPerson({ name: "Ewan Blair" });
  await createMember({ team, person: second, role: "lead" });
  const stale = await openBrowser();
  await signIn(lead);
  await signIn(second, stale.context());
  await stale.goto(`${board}/agenda`);
  await page.goto(`${board}/agenda`);
  await agendaItem(page, FIRST.title).getByText("Ignore", { exact: true }).last().click();
  await agendaItem(page, FIRST.title).getByRole("button", { name: "Settle" }).click();
  await expect(page.getByText("Decided ignore, Lena Lead")).toBeVisible();

  const item = agendaItem(stale, FIRST.title);
  await item.getByText("Adopt", { exact: true }).last().click();
  await item.getByRole("textbox").fill("We need it.");
  await item.getByRole("button", { name: "Settle" }).click();

  await expect(refusal(stale, "Lena Lead decided ignore meanwhile.")).toBeVisible();
  await expect(item).toContainText("Decided ignore, Lena Lead");
  await expect(item.getByRole("textbox")).toHaveValue("We need it.");
  await item.getByRole("button", { name: "Settle" }).click();
  await expect(item).toContainText("Decided adopt, Ewan Blair");
});

test("a member reads the agenda and settles nothing", async ({ page, signIn }) => {
  const { member, board } = await makeSplitWorld();
  await signIn(member);
  await page.goto(`${board}/agenda`);

  await expect(page.getByRole("heading", { level: 2, name: FIRST.title })).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Settle|Start meeting/ })).toHaveCount(0);
});

test("a blind round keeps what others marked and wrote out of the agenda and the meeting", async ({ page, signIn }) => {
  const { lead, team, conference, board } = await makeSplitWorld();
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id, isBlind: true, quorum: 7 });
  await signIn(lead);

  for (const address of [`${board}/agenda`, `${board}/agenda/meeting?minutes=5`]) {
    const source = (await (await page.goto(address))?.text()) ?? "";
    await expect(page.getByText("11 of 12 have marked")).toBeVisible();
    expect(source).toContain(FIRST.question);
    for (const hidden of [FIRST.adopt, FIRST.other, SECOND.title, THIRD.adopt, "disagreement 81"]) {
      expect(source).not.toContain(hidden);
    }
  }
  await page.goto(`${board}/agenda`);
  await expect(page.getByText("Marks are hidden until you mark: 6 left to mark.")).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`agenda, meeting and its end can be used by everybody at ${width} px`, async ({ page, signIn }) => {
    const { lead, board } = await makeSplitWorld();
    await signIn(lead);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${board}/agenda`);
    await page.getByText("How this list is made").click();
    await expectAccessible(page);
    await page.goto(`${board}/agenda/meeting?minutes=5`);
    await expectAccessible(page);
    await meetingListens(page);
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "1 settled" })).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByText("Decided adopt, Lena Lead")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${page.url()}&over=1`);
    await expect(page.getByRole("heading", { level: 1, name: "1 settled, 0 put off" })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead settles on the agenda, and what is refused comes back as typed", async ({ page, signIn }) => {
    const { lead, board } = await makeSplitWorld();
    const long = "x".repeat(2_001);
    await signIn(lead);
    await page.goto(`${board}/agenda`);
    const item = agendaItem(page, FIRST.title);

    await item.getByText("Investigate", { exact: true }).last().click();
    await item.getByRole("textbox").fill(long);
    await item.getByRole("button", { name: "Settle" }).click();
    await expect(refusal(page, "The reason has 2,001 characters and can have 2,000.")).toBeVisible();
    await expect(item.getByRole("textbox")).toHaveValue(long);
    await expect(item.getByRole("radio", { name: /Investigate/ })).toBeChecked();
    await item.getByRole("textbox").fill("Try it on staging.");
    await item.getByRole("button", { name: "Settle" }).click();

    await expect(item).toContainText("Decided investigate, Lena Lead");
    await expect(item).toContainText("Try it on staging.");
    await item.getByRole("button", { name: "Reopen" }).click();
    await expect(item.getByRole("radio")).toHaveCount(3);
  });

  test("a meeting goes through to its end", async ({ page, signIn }) => {
    const { lead, board } = await makeSplitWorld();
    await signIn(lead);
    await page.goto(`${board}/agenda`);
    await page.getByRole("button", { name: "Start meeting" }).click();

    await page.getByText("Adopt", { exact: true }).last().click();
    await page.getByRole("button", { name: "Settle" }).click();
    await expect(page.getByRole("heading", { level: 1, name: SECOND.title })).toBeVisible();
    await page.getByRole("link", { name: "Later" }).click();
    await page.getByRole("link", { name: "End" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "1 settled, 1 put off" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Not settled" })).toBeVisible();
    await expect(page.getByLabel("Decisions, as Markdown")).toHaveValue(/\*\*Adopt\*\*/);
  });
});
