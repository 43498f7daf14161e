import { readFile } from "node:fs/promises";

import type { Download, Page } from "@playwright/test";
import { parse as parseCsv } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import matter from "gray-matter";

import { createDecision, createVote } from "@/lib/testing/builders";

import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld, type World } from "./support/world";

/** A world with one announcement decided to adopt, one to investigate, and one that nobody has marked. */
async function decidedWorld(): Promise<World> {
  const world = await makeWorld();
  const { team, lead, member, announcements } = world;
  const [builders, disks] = announcements;
  if (!builders || !disks) throw new Error("The world has too few announcements.");
  const by = { teamId: team.id, decidedById: lead.id };
  await createDecision({
    ...by,
    announcementId: builders.id,
    choice: "adopt",
    reason: '=HYPERLINK("https://evil.example")',
  });
  await createDecision({ ...by, announcementId: disks.id, choice: "investigate" });
  await createVote({ teamId: team.id, announcementId: builders.id, personId: member.id });
  return world;
}

/** The numbers of a quadrant in the table: a ring each, in that radar's order, and all of them. */
function row(page: Page, quadrant: string) {
  return page.getByRole("row", { name: quadrant }).getByRole("cell");
}

async function contentOf(download: Promise<Download>): Promise<Buffer> {
  return readFile(await (await download).path());
}

test("a lead sees what Build Your Own Radar gets, changes the mapping, and downloads what was shown", async ({
  page,
  signIn,
}) => {
  const { lead, board } = await decidedWorld();
  await signIn(lead);

  await page.goto(`${board}/radar/export`);
  await expect(page.getByRole("table", { name: "2 announcements as Build Your Own Radar gets them" })).toBeVisible();
  await expect(row(page, "Tools")).toHaveText(["1", "0", "0", "0", "1"]);
  await expect(row(page, "Languages & Frameworks")).toHaveText(["0", "0", "1", "0", "1"]);
  await expect(page.getByText("1 announcement left out")).toBeVisible();
  await expect(page.getByText("1 not marked yet, which is not ignore")).toBeVisible();
  await expect(page.getByText("Techniques, Platforms stay empty.")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Investigate").selectOption("Trial");
  await page.getByLabel("Data and storage").selectOption("Platforms");
  await page.getByRole("button", { name: "Show the numbers" }).click();
  await expect(row(page, "Platforms")).toHaveText(["0", "1", "0", "0", "1"]);
  await expect(row(page, "Languages & Frameworks")).toHaveText(["0", "0", "0", "0", "0"]);
  await expect(page.getByLabel("Investigate")).toHaveValue("trial");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Example Conf 2030 byor \d{4}-\d{2}-\d{2}\.csv$/);
  const blips: Record<string, string>[] = parseCsv(await contentOf(download), { columns: true });
  expect(blips.map(({ name, ring, quadrant }) => [name, ring, quadrant])).toEqual([
    ["Quieter disks", "Trial", "Platforms"],
    ["Builders that sleep when idle", "Adopt", "Tools"],
  ]);
  expect(blips[1]?.description).toContain("&#61;HYPERLINK(&#34;https://evil.example&#34;)");

  const asJson = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON" }).click();
  expect(JSON.parse((await contentOf(asJson)).toString())).toMatchObject([{ ring: "Trial" }, { ring: "Adopt" }]);
});

test("a share link made from here remembers the mapping, for the tool it was meant for", async ({ page, signIn }) => {
  const { lead, board } = await decidedWorld();
  await signIn(lead);
  const quadrants = "quadrants=platforms,platforms,tools,techniques";

  await page.goto(`${board}/radar/export?format=byor&investigate=trial&${quadrants}`);
  await page.getByRole("link", { name: "Make a share link of the radar" }).click();
  await expect(page).toHaveURL(
    /\/shares\?kind=radar&format=byor&investigate=trial&quadrants=platforms,platforms,tools,techniques$/,
  );
  await page.getByRole("button", { name: "Make link" }).click();
  const link = await page.getByRole("textbox", { name: "Address of the link" }).inputValue();
  const shared: Record<string, string>[] = parseCsv(await (await page.request.get(`${link}/radar.csv`)).text(), {
    columns: true,
  });
  expect(shared.map(({ ring, quadrant }) => [ring, quadrant])).toEqual([
    ["Trial", "Platforms"],
    ["Adopt", "Tools"],
  ]);
  // The mapping was meant for one tool; the others get the usual.
  expect(await (await page.request.get(`${link}/zalando.json`)).json()).toMatchObject({
    entries: [{ ring: 2 }, { ring: 0 }],
  });
});

test("the mapping is told and taken along without JavaScript", async ({ browser, signIn }) => {
  const { lead, board } = await decidedWorld();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(lead, context);
  const page = await context.newPage();

  await page.goto(`${board}/radar/export?format=aoe`);
  await page.getByLabel("Investigate").selectOption("Trial");
  await page.getByRole("button", { name: "Show the numbers" }).click();
  await expect(row(page, "Languages & Frameworks")).toHaveText(["0", "1", "0", "0", "1"]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "zip" }).click();
  const files = unzipSync(await contentOf(download));

  const disks = Object.entries(files).find(([, bytes]) => strFromU8(bytes).includes("Quieter disks"));
  expect(disks?.[0]).toMatch(/^radar\/\d{4}-\d{2}-\d{2}\/[a-z0-9-]+\.md$/);
  expect(matter(strFromU8(disks?.[1] ?? new Uint8Array())).data).toEqual({
    title: "Quieter disks",
    ring: "trial",
    quadrant: "languages-and-frameworks",
    tags: ["Block Disks"],
  });
  await context.close();
});

test("what the other radar does not know is said, with what it knows, and the usual is offered", async ({
  page,
  signIn,
}) => {
  const { lead, board } = await decidedWorld();
  await signIn(lead);

  await page.goto(`${board}/radar/export?format=byor&investigate=probation`);

  await expect(refusal(page, "knows no ring “probation”. Choose one of: adopt, trial, assess, hold.")).toBeVisible();
  await expect(page.getByLabel("Investigate")).toHaveValue("assess");
  const answer = await page.request.get(`${board}/export/byor.csv?investigate=probation`);
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("Build Your Own Radar knows no ring “probation”");
});

test("Zalando and Backstage say what is to be set there, and their files open", async ({ page, signIn }) => {
  const { lead, board } = await decidedWorld();
  await signIn(lead);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${board}/radar/export`);
  const tools = page.getByRole("navigation", { name: "Radars of others" });

  await tools.getByRole("link", { name: "Zalando" }).click();
  await expect(page.getByText('{ name: "Observe and secure" }')).toBeVisible();
  const ofZalando = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON" }).click();
  expect(JSON.parse((await contentOf(ofZalando)).toString())).toMatchObject({
    entries: [
      { quadrant: 3, ring: 2, label: "Quieter disks" },
      { quadrant: 1, ring: 0, label: "Builders that sleep when idle" },
    ],
  });

  await tools.getByRole("link", { name: "Backstage" }).click();
  await expect(row(page, "Build and ship")).toHaveText(["1", "0", "0", "1"]);
  await expect(page.getByText(`- host: "${new URL(page.url()).host}"`)).toBeVisible();
  await expectAccessible(page);
  const ofBackstage = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON" }).click();
  expect(JSON.parse((await contentOf(ofBackstage)).toString())).toMatchObject({
    entries: [{ title: "Quieter disks" }, { title: "Builders that sleep when idle" }],
  });
});

test("a part of the radar that was chosen elsewhere stays chosen until all of it is wanted", async ({
  page,
  signIn,
}) => {
  const { lead, board } = await decidedWorld();
  await signIn(lead);

  await page.goto(`${board}/radar/export?format=zalando&service=block-disks`);
  await expect(page.getByText(/^Only service /)).toBeVisible();
  await page.getByRole("link", { name: "Backstage" }).click();
  await expect(page.getByRole("table", { name: /^1 announcement as Backstage/ })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON" }).click();
  expect(JSON.parse((await contentOf(download)).toString()).entries).toMatchObject([{ title: "Quieter disks" }]);

  await page.getByRole("link", { name: "Take all of it" }).click();
  await expect(page.getByRole("table", { name: /^2 announcements as Backstage/ })).toBeVisible();
});

test("an empty radar says what each tool makes of it", async ({ page, signIn }) => {
  const { lead, board } = await makeWorld();
  await signIn(lead);

  await page.goto(`${board}/radar/export?format=byor`);
  await expect(page.getByText("Nothing is on the radar yet")).toBeVisible();
  await expect(page.getByText("the JSON file as an error")).toBeVisible();

  await page.goto(`${board}/radar/export?format=aoe`);
  await expect(page.getByText("Its builder refuses an empty radar")).toBeVisible();
});
