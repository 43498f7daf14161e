import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

import { fillNewPerson, makeInvitation } from "./support/entry";
import { announcementListens, boardListens, boardRow, markButton, openBoard, toast } from "./support/marks";
import { RECAP_POST } from "./support/recap-post";
import { expect, test } from "./support/test";

const TEAM = "Example Platform";
const CONFERENCE = "Example Summit 2031";
const EBS = "EBS volumes that sleep";
const SHARDS = "Amazon DynamoDB Auto Shards";
const SLEEP = "AWS CodeBuild Sleep Mode";
const REPLAY = "AWS CodePipeline Replay";
const REPORTS = "AWS Secrets Manager Age Reports";
const ALL = [SHARDS, SLEEP, REPLAY, REPORTS, EBS];

const AWKWARD_NOTE = 'Cheaper, they say "20%",\nand quiet 🤫';
const FORMULA_NOTE = "=1+1 is what it costs us";
const FORMULA_REASON = '=HYPERLINK("https://example.com","Moves in March")';
const PASSWORD = "seven quiet geese cross";

/*
 * The whole main job as a team has it on its first evening, in the browser alone. The only journey that uses the set-up
 * link, which works once.
 */
test("a team sets up, reads a post in, marks, talks, decides and takes its shortlist away", async ({
  page,
  openBrowser,
}) => {
  test.setTimeout(120_000);
  const [ben, cleo] = [await openBrowser(), await openBrowser()];
  let board = "";

  await test.step("the first admin makes an account and a team", async () => {
    await page.goto(process.env.E2E_SETUP_LINK ?? "");
    await fillNewPerson(page, { name: "Ada Lead", email: "ada@example.com", password: PASSWORD });
    await page.getByLabel("Name of your first team").fill(TEAM);
    await page.getByRole("button", { name: "Create account and team" }).click();
    await expect(page.getByRole("heading", { name: TEAM, exact: true })).toBeVisible();
  });

  await test.step("two members join by invitation", async () => {
    await page.getByRole("link", { name: "People", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Invite somebody" })).toBeVisible();
    await join(ben, await makeInvitation(page, "Ben"), "Ben Mouse");
    await join(cleo, await makeInvitation(page, "Cleo"), "Cleo Keys");
    await page.reload();
    await expect(page.getByText("3 people")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Open invitations" })).toHaveCount(0);
  });

  await test.step("the lead reads a post in and reviews what was found", async () => {
    await page.getByRole("link", { name: "Imports" }).click();
    await page.getByRole("link", { name: "Read a post" }).click();
    await page.getByRole("textbox", { name: "The post" }).fill(RECAP_POST);
    await page.getByRole("textbox", { name: "Or a new one" }).fill(CONFERENCE);
    await page.getByRole("button", { name: "Read the post" }).click();
    await expect(page.getByRole("heading", { name: "What mattered at Example Summit 2031" })).toBeVisible();

    await page.getByRole("textbox", { name: "Title" }).fill(EBS);
    await answer(page, "Accept", "1 new, 0 merged, 0 skipped, 5 open");
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Amazon S3 Instant Shelf");
    await answer(page, "Skip", "1 new, 0 merged, 1 skipped, 4 open");
    for (const accepted of [2, 3, 4, 5]) {
      await answer(page, "Accept", `${accepted} new, 0 merged, 1 skipped, ${5 - accepted} open`);
    }
    await page.getByRole("button", { name: "Publish 5" }).click();
    await expect(page.getByText("Published: 5 created, 0 merged, 1 skipped.")).toBeVisible();
  });

  await test.step("the board shows what was published", async () => {
    await page.getByRole("link", { name: "Open the board" }).click();
    await expect(page.getByRole("heading", { name: CONFERENCE, exact: true })).toBeVisible();
    board = new URL(page.url()).pathname;
    for (const title of ALL) await expect(boardRow(page, title)).toBeVisible();
    await expect(page.getByRole("link", { name: "Amazon S3 Instant Shelf" })).toHaveCount(0);
    await expect(page.getByText("0 of 5").first()).toBeVisible();
  });

  await test.step("one member marks with the mouse, and says why on the page of an announcement", async () => {
    await ben.reload();
    await ben.getByRole("link", { name: CONFERENCE, exact: true }).click();
    await boardListens(ben);
    for (const title of [EBS, SLEEP]) {
      await markButton(ben, title, "adopt").click();
      await expect(markButton(ben, title, "adopt")).toHaveAttribute("aria-pressed", "true");
    }
    await markButton(ben, REPLAY, "ignore").click();
    await expect(toast(ben, "Marked ignore, stored.")).toBeVisible();
    await ben.getByRole("link", { name: EBS, exact: true }).click();
    await expect(ben.getByRole("heading", { name: EBS })).toBeVisible();
    await ben.getByText("Add a note").click();
    await ben.getByRole("textbox", { name: "Your note" }).fill(AWKWARD_NOTE);
    await ben.getByRole("button", { name: "Save note" }).click();
    await expect(ben.getByRole("complementary", { name: "Team" })).toContainText("and quiet 🤫");
  });

  await test.step("another marks with the keyboard alone, one key for each announcement", async () => {
    await openBoard(cleo, board);
    const stored: string[] = [];
    cleo.on("response", (response) => {
      if (response.request().method() === "POST")
        stored.push(`${new URL(response.url()).pathname} ${response.status()}`);
    });
    const order = await titlesOf(cleo);
    for (const [n, title] of order.entries()) {
      await cleo.keyboard.press("j");
      await expect(cleo.getByRole("link", { name: title, exact: true })).toBeFocused();
      await cleo.keyboard.press(title === REPORTS ? "x" : title === REPLAY ? "i" : "a");
      await expect(cleo.getByText(`${n + 1} of 5`).first()).toBeVisible();
      await expect.poll(() => stored).toHaveLength(n + 1);
    }
    expect(new Set(stored)).toEqual(new Set([`${board.replace(/conferences.*/, "votes")} 200`]));
    await expect(cleo.getByRole("heading", { name: "All marked." })).toBeVisible();

    for (let back = order.length - 1; back > order.indexOf(EBS); back -= 1) await cleo.keyboard.press("k");
    await expect(cleo.getByRole("link", { name: EBS, exact: true })).toBeFocused();
    await cleo.keyboard.press("n");
    await cleo.keyboard.type(FORMULA_NOTE);
    await cleo.keyboard.press("Control+Enter");
    await expect(toast(cleo, "Note stored.")).toBeVisible();
    await cleo.keyboard.press("Enter");
    await expect(cleo.getByRole("heading", { name: EBS })).toBeVisible();
    await announcementListens(cleo);
    await cleo.keyboard.press("c");
    await cleo.keyboard.type("Needs **two** weeks:\n\n- move `cache-1`\n- [the plan](https://example.com/plan)");
    await cleo.keyboard.press("Control+Enter");
    await expect(cleo.getByRole("status").filter({ hasText: "Comment stored." })).toBeVisible();
  });

  await test.step("the lead marks, too, and everybody sees the same tally and thread", async () => {
    await page.getByRole("link", { name: EBS, exact: true }).click();
    await expect(page.getByRole("strong").filter({ hasText: "two" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /^move cache-1$/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "the plan" })).toHaveAttribute("href", "https://example.com/plan");
    await markButton(page, EBS, "investigate").click();
    await expect(
      page.getByRole("img", { name: "2 adopt, 1 investigate, 0 ignore, 0 of 3 still to mark" }),
    ).toBeVisible();
    for (const reader of [page, ben, cleo]) {
      await reader.goto(`${board}?view=all`);
      await expect(tallyOf(reader, EBS, "2 adopt, 1 investigate, 0 ignore, 0 of 3 still to mark")).toBeVisible();
      await expect(tallyOf(reader, REPLAY, "0 adopt, 1 investigate, 1 ignore, 1 of 3 still to mark")).toBeVisible();
      await expect(boardRow(reader, EBS).getByRole("cell").last()).toHaveText("1");
      await expect(boardRow(reader, SLEEP).getByRole("cell").last()).toHaveText("0");
    }
  });

  await test.step("the shortlist shows what leans to adopt, and the lead settles one", async () => {
    await page.getByRole("link", { name: "Shortlist" }).click();
    const leaning = page.getByRole("region", { name: "Leans to adopt, nobody has settled it" });
    for (const title of [EBS, SLEEP, SHARDS])
      await expect(leaning.getByRole("link", { name: title, exact: true })).toBeVisible();
    for (const title of [REPLAY, REPORTS]) await expect(page.getByRole("link", { name: title })).toHaveCount(0);

    await page.getByRole("link", { name: `Decide ${EBS}` }).click();
    const team = page.getByRole("complementary", { name: "Team" });
    await team.getByRole("radio", { name: "Adopt" }).check();
    await team.getByLabel("Reason").fill(FORMULA_REASON);
    await team.getByRole("button", { name: "Decide adopt" }).click();
    await expect(team.getByText("Decided adopt")).toBeVisible();
  });

  await test.step("the lead takes it away as CSV and Markdown", async () => {
    await page.goto(`${board}/shortlist`);
    const decided = page.getByRole("region", { name: "Decided to adopt" });
    await expect(decided.getByRole("link", { name: EBS, exact: true })).toBeVisible();

    const csv = await exported(page, "CSV");
    const records: Record<string, string>[] = parse(csv.text, { columns: true, bom: true });
    expect(csv.name).toMatch(new RegExp(`^${CONFERENCE} shortlist \\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(records.map(({ Announcement }) => Announcement).toSorted()).toEqual([EBS, SLEEP, SHARDS].toSorted());
    expect(records[0]).toMatchObject({
      Announcement: EBS,
      Services: "Amazon EBS",
      Standing: "Decided adopt",
      Adopt: "2",
      Investigate: "1",
      Reason: `'${FORMULA_REASON}`,
      Link: "https://example.com/news/ebs-quiet-volumes",
    });
    expect(records[0]?.Notes).toContain(`Ben Mouse (adopt): ${AWKWARD_NOTE}`);
    expect(records[0]?.Notes).toContain(`Cleo Keys (adopt): ${FORMULA_NOTE}`);
    expect(records.flatMap(Object.values).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);

    const markdown = await exported(page, "Markdown");
    expect(markdown.name).toMatch(new RegExp(`^${CONFERENCE} shortlist \\d{4}-\\d\\d-\\d\\d\\.md$`));
    expect(markdown.text).toContain(`[${EBS}](<`);
    expect(markdown.text).toContain('Ben Mouse (adopt): Cheaper, they say "20%", and quiet 🤫');
    expect(markdown.text.split("\n").filter((line) => line.startsWith("| [")).length).toBe(3);
  });

  await test.step("a member sees the shortlist and takes nothing away", async () => {
    await ben.getByRole("link", { name: "Shortlist" }).click();
    await expect(ben.getByRole("link", { name: EBS, exact: true })).toBeVisible();
    await expect(ben.getByText("Export", { exact: true })).toHaveCount(0);
    expect((await ben.request.get(`${board}/export/shortlist.csv`)).status()).toBe(403);
  });
});

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText("Ada Lead invites you as a member.")).toBeVisible();
  await fillNewPerson(page, { name, email: `${name.replace(" ", ".").toLowerCase()}@example.com`, password: PASSWORD });
  await page.getByRole("button", { name: `Join ${TEAM}` }).click();
  await expect(page.getByRole("heading", { name: TEAM, exact: true })).toBeVisible();
}

async function answer(page: Page, button: "Accept" | "Skip", counts: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: counts })).toBeVisible();
}

/** The announcements of the board in their order. */
async function titlesOf(page: Page): Promise<string[]> {
  const labels = await page.getByRole("group", { name: /^Your mark: / }).all();
  return Promise.all(labels.map(async (label) => (await label.getAttribute("aria-label"))?.slice(11) ?? ""));
}

function tallyOf(page: Page, title: string, counts: string) {
  return boardRow(page, title).getByRole("img", { name: counts });
}

async function exported(page: Page, format: "CSV" | "Markdown"): Promise<{ name: string; text: string }> {
  await page.getByText("Export", { exact: true }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: new RegExp(`^${format}`) }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
