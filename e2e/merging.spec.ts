import { expect, test, refusal } from "./support/test";
import { markButton } from "./support/marks";
import { makeWorld, type World } from "./support/world";

import { createAnnouncement, createComment, createVote } from "@/lib/testing/builders";

const KEPT = "Quieter disks";
const TWIN = "Disks, quieter than ever";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a lead merges two announcements, sees it, and undoes it", async ({ page, signIn }) => {
      const world = await makeWorld();
      const { here, twin } = await makeTwin(world);
      await signIn(world.lead);

      await page.goto(here);
      await page.getByRole("link", { name: "Merge with another…" }).click();
      await expect(page.getByRole("heading", { name: "Merge with another announcement" })).toBeVisible();
      const first = page.getByRole("radio").first();
      await expect(first).toHaveAccessibleName(new RegExp(`^${TWIN}`));
      await page.getByRole("searchbox", { name: "Search announcements of this conference" }).fill("than ever");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByRole("radio")).toHaveCount(1);
      await page.getByRole("radio", { name: TWIN }).check();
      await page.getByRole("button", { name: "Compare" }).click();

      await expect(page.getByText("1 mark moves, with")).toBeVisible();
      await expect(page.getByText("1 person marked both: their newer mark stands")).toBeVisible();
      await expect(page.getByText("1 comment moves into its thread.")).toBeVisible();
      await page.getByRole("button", { name: "Merge", exact: true }).click();

      await expect(page.getByRole("status").filter({ hasText: `Merged “${TWIN}” into this one.` })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1, name: KEPT })).toBeVisible();
      const team = page.getByRole("complementary", { name: "Team" });
      await expect(team).toContainText("2 of 2");
      await expect(team).toContainText("The lead’s newer note");
      await expect(team.getByRole("region", { name: "Merged from" })).toContainText("Lena Lead");
      await expect(page.getByText("Said of the twin")).toBeVisible();

      await page.goto(twin);
      await expect(page).toHaveURL(new RegExp(`${here}$`));
      await page.getByRole("button", { name: `Undo the merge of ${TWIN}` }).click();
      await page.getByRole("status").getByRole("link", { name: "Open it" }).click();

      await expect(page.getByRole("heading", { level: 1, name: TWIN })).toBeVisible();
      await expect(page.getByText("Said of the twin")).toBeVisible();
      await expect(page.getByRole("region", { name: "Merged from" })).toHaveCount(0);
    });
  });
}

test("an open page of the dropped one goes on with the kept one", async ({ page, signIn, openBrowser, complaints }) => {
  // While the one page gives way to the other there is no icon, and the browser looks for favicon.ico.
  complaints.expected.push(/status of 404/);
  const world = await makeWorld();
  const { here, twin } = await makeTwin(world);
  const member = await openBrowser();
  await signIn(world.member, member.context());
  await member.goto(twin);
  await signIn(world.lead);
  await page.goto(`${here}/merge?with=${twin.split("/").at(-1)}`);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "into this one" })).toBeVisible();

  await markButton(member, TWIN, "ignore").click();

  await expect(member).toHaveURL(new RegExp(`${here}$`));
  await expect(markButton(member, KEPT, "ignore")).toHaveAttribute("aria-pressed", "true");
});

test("what cannot be merged or undone is refused with a sentence", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  const { here, twin } = await makeTwin(world);
  const slug = twin.split("/").at(-1);
  await signIn(world.lead);
  await page.goto(`${here}/merge?with=${here.split("/").at(-1)}`);
  await expect(refusal(page, "cannot be merged with itself")).toBeVisible();
  await page.goto(`${here}/merge?with=nothing-of-that-name`);
  await expect(refusal(page, "There is no such announcement here.")).toBeVisible();

  const second = await openBrowser();
  await signIn(world.lead, second.context());
  await page.goto(`${here}/merge?with=${slug}`);
  await second.goto(`${twin}/merge?with=${here.split("/").at(-1)}`);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "into this one" })).toBeVisible();
  await second.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(refusal(second, `“${TWIN}” was merged into “${KEPT}” already.`)).toBeVisible();

  await second.goto(here);
  await second.getByRole("button", { name: `Undo the merge of ${TWIN}` }).click();
  await expect(second.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(refusal(page, "it was undone already")).toBeVisible();
});

/** Another announcement of the same thing, which the lead has marked too, later, and the member has marked and discussed. */
async function makeTwin({ team, lead, member, conference, announcements }: World) {
  const kept = announcements[1];
  if (!kept) throw new Error("The world has no second announcement.");
  const twin = await createAnnouncement({
    conferenceId: conference.id,
    title: TWIN,
    category: "storage",
    services: ["Block Disks"],
  });
  const of = { teamId: team.id };
  await createVote({ ...of, announcementId: kept.id, personId: lead.id, choice: "ignore" });
  await createVote({ ...of, announcementId: twin.id, personId: lead.id, note: "The lead’s newer note" });
  await createVote({ ...of, announcementId: twin.id, personId: member.id });
  await createComment({ ...of, announcementId: twin.id, authorId: member.id, body: "Said of the twin" });
  const path = ({ slug }: { slug: string }) => `/teams/${team.slug}/announcements/${slug}`;
  return { here: path(kept), twin: path(twin) };
}
