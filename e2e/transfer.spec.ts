import { createMember, createPerson, createTeam, createVote, createComment } from "@/lib/testing/builders";

import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld } from "./support/world";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a lead takes a team's work along, checks the file elsewhere and brings it in", async ({ page, signIn }) => {
      const { team, lead, member, announcements, board } = await makeWorld();
      const [announcement] = announcements;
      if (!announcement) throw new Error("no announcement");
      const at = { teamId: team.id, announcementId: announcement.id };
      await createVote({ ...at, personId: member.id, choice: "ignore", note: "Too early for us" });
      await createVote({ ...at, personId: lead.id });
      await createComment({ ...at, authorId: member.id, body: "What would it cost?" });
      await signIn(lead);
      const answer = await page.request.get(`${board}/export/debrief.json`);
      const buffer = Buffer.from(await answer.body());

      const other = await createTeam({ name: "Second Team" });
      const taker = await createPerson({ name: "Tara Taker" });
      await createMember({ team: other, person: taker, role: "lead" });
      await signIn(taker);
      await page.goto(`/teams/${other.slug}`);
      await page.getByRole("link", { name: "Bring a file in" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Bring a file in" })).toBeVisible();
      const choose = () =>
        page.getByLabel("The file").setInputFiles({ name: "debrief.json", mimeType: "application/json", buffer });

      await choose();
      await page.getByRole("button", { name: "Check" }).click();
      await expect(page.getByText("2 marks are new.")).toBeVisible();
      await expect(page.getByText("2 people have no account in your team and are named without one")).toBeVisible();
      if (!javaScriptEnabled) await page.getByRole("link", { name: "Choose the file again" }).click();
      if (!javaScriptEnabled) await choose();
      await page.getByRole("button", { name: "Bring in" }).click();
      await page.getByRole("link", { name: /^Open / }).click();

      await page.goto(`/teams/${other.slug}/announcements/${announcement.slug}`);
      await expect(page.getByText("Too early for us")).toBeVisible();
      await expect(page.getByText("What would it cost?")).toBeVisible();
      const marks = page.getByRole("complementary", { name: "Team" });
      await expect(marks).toContainText("Milo Member");
      await expect(marks).toContainText("no account here");
      await expect(marks).toContainText("0 of 1");
    });
  });
}

test("a broken file is refused with its place, and what is there stays", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/status of 422/);
  const { team, lead, board } = await makeWorld();
  await signIn(lead);
  const text = await (await page.request.get(`${board}/export/debrief.json`)).text();
  await page.goto(`/teams/${team.slug}/transfer`);
  await expectAccessible(page);
  const send = async (content: string) => {
    const file = { name: "debrief.json", mimeType: "application/json", buffer: Buffer.from(content) };
    await page.getByLabel("The file").setInputFiles(file);
    await page.getByRole("button", { name: "Bring in" }).click();
  };

  await page.getByRole("button", { name: "Check" }).click();
  await expect(refusal(page, "Choose a file first.")).toBeVisible();
  await send(text.replace('"version": 1', '"version": 2'));
  await expect(refusal(page, "This file was written by a newer Debrief (version 2).")).toBeVisible();
  await send(text.replace('"category" : "storage"', '"category" : "magic"'));
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: /announcements\[\d\]\.category must be one of 19 words such as compute/ }),
  ).toBeVisible();
  await expectAccessible(page);
  await send(text.slice(0, text.length / 2));
  await expect(page.getByRole("alert").filter({ hasText: "ends too early" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was written." })).toBeVisible();
});

test("members of the team are not shown the way in", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/status of 403/);
  const { team, member, home } = await makeWorld();
  await signIn(member);
  await page.goto(home);
  await expect(page.getByRole("link", { name: "Bring a file in" })).toHaveCount(0);
  expect((await page.goto(`/teams/${team.slug}/transfer`))?.status()).toBe(403);
});
