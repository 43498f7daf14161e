import { createMember } from "@/lib/testing/builders";

import { longPost } from "./support/long-post";
import { openReview, readInFor, standing, underReview } from "./support/reviews";
import { expect, expectAccessible, refusal, test } from "./support/test";
import { makeWorld } from "./support/world";

const CLEAR = 36;

test("a lead confirms three dozen with one key each, and publishes by keyboard alone", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const world = await makeWorld();
  const review = await readInFor(world, longPost(CLEAR));
  await signIn(world.lead);
  await openReview(page, review);
  await expect(page.getByText(`0 of ${CLEAR} answered`)).toBeVisible();

  for (let pressed = 0; pressed < CLEAR; pressed += 1) await page.keyboard.press("a");
  await expect(standing(page, `${CLEAR} new, 0 merged, 0 skipped, 0 open`)).toBeVisible();
  const publish = page.getByRole("button", { name: `Publish ${CLEAR}` });
  // Answers are stored one after the other, while the keys are not waited for.
  await expect(publish).toBeEnabled({ timeout: 60_000 });

  await page.reload();
  await expect(standing(page, `${CLEAR} new, 0 merged, 0 skipped, 0 open`)).toBeVisible();
  await openReview(page, review);
  await page.keyboard.press("p");
  await expect(publish).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Published: ${CLEAR} created, 0 merged, 0 skipped.`)).toBeVisible();
});

test("fields are corrected in place, every change can be taken back, and no key works while typing", async ({
  page,
  signIn,
}) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(6)));
  const title = page.getByRole("textbox", { name: "Title" });

  await page.keyboard.press("e");
  await expect(title).toBeFocused();
  await page.keyboard.type("Maxjax");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Stored: 1, Maxjax")).toBeVisible();
  await expect(underReview(page, "1: Maxjax")).toBeFocused();
  await expect(standing(page, "0 new, 0 merged, 0 skipped, 6 open")).toBeVisible();

  await page.keyboard.press("e");
  await page.keyboard.type("Forgotten");
  await page.keyboard.press("Escape");
  await expect(title).toHaveValue("Maxjax");

  await page.keyboard.press("c");
  await page.getByLabel("Category").selectOption("Storage");
  await page.keyboard.press("Enter");
  await page.keyboard.press("v");
  await page.getByLabel("Availability").selectOption("Preview");
  await page.keyboard.press("Enter");
  await page.keyboard.press("s");
  await page.keyboard.type("Amazon EC2, Amazon EBS");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Services" })).toHaveValue("Amazon EC2, Amazon EBS");
  await page.keyboard.press("x");
  await expect(standing(page, "0 new, 0 merged, 1 skipped, 5 open")).toBeVisible();
  await expect(underReview(page, /^Candidate 2:/)).toBeFocused();
  await page.keyboard.press("u");
  await expect(underReview(page, "1: Maxjax")).toBeFocused();
  await expect(standing(page, "0 new, 0 merged, 0 skipped, 6 open")).toBeVisible();

  await page.reload();
  await expect(title).toHaveValue("Maxjax");
  await expect(page.getByLabel("Category")).toHaveValue("storage");
  await expect(page.getByLabel("Availability")).toHaveValue("preview");
  await expect(page.getByRole("textbox", { name: "Services" })).toHaveValue("Amazon EC2, Amazon EBS");
});

test("a match is found, chosen and taken back with the keyboard", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(6)));

  await page.keyboard.press("m");
  await page.keyboard.type("quieter");
  await expect(page.getByRole("radio", { name: /Quieter disks/ })).toBeVisible();
  // Itself, and being new.
  await expect(page.getByRole("radio", { name: /disks|new/ })).toHaveCount(2);
  await expect(page.getByRole("radio", { name: /Builders|Tables/ })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /Quieter disks/ })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(standing(page, "0 new, 1 merged, 0 skipped, 5 open")).toBeVisible();
  await expect(page.getByText("Merges with Quieter disks: chosen in review")).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(standing(page, "0 new, 0 merged, 0 skipped, 6 open")).toBeVisible();
  await expect(page.getByText("Merges with Quieter disks")).toHaveCount(0);
});

test("all above a confidence are accepted together, with their number said before, and taken back together", async ({
  page,
  signIn,
}) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(8)));

  await page.keyboard.press("x");
  await page.keyboard.press("Shift+A");
  const takes = page.getByRole("button", { name: "0.90: accept 7" });
  await expect(takes).toBeVisible();
  await expectAccessible(page);
  await takes.press("Enter");
  await expect(page.getByText("7 accepted.")).toBeVisible();
  await expect(standing(page, "7 new, 0 merged, 1 skipped, 0 open")).toBeVisible();
  await page.keyboard.press("u");
  await expect(standing(page, "0 new, 0 merged, 1 skipped, 7 open")).toBeVisible();
});

test("of two leads the second sees what is stored, and keeps what was typed", async ({ page, signIn, openBrowser }) => {
  const world = await makeWorld();
  const address = await readInFor(world, longPost(6));
  const { person } = await createMember({ team: world.team, role: "lead" });
  await signIn(world.lead);
  await openReview(page, address);
  const colleague = await openBrowser();
  await signIn(person, colleague.context());
  await openReview(colleague, address);

  await colleague.keyboard.press("e");
  await colleague.keyboard.type("Theirs");
  await colleague.keyboard.press("Enter");
  await expect(colleague.getByText("Stored: 1, Theirs")).toBeVisible();
  const title = page.getByRole("textbox", { name: "Title" });
  await title.fill("Mine");
  await page.getByRole("button", { name: "Accept", exact: true }).click();

  await expect(refusal(page, "this candidate was changed meanwhile. It is now “Theirs”, still open.")).toBeVisible();
  await expect(title).toHaveValue("Mine");
  await expect(page.getByText("Stored: Theirs")).toBeVisible();
  await expect(standing(page, "0 new, 0 merged, 0 skipped, 6 open")).toBeVisible();
  await title.press("Escape");
  await expect(title).toHaveValue("Theirs");
  await page.keyboard.press("a");
  await expect(standing(page, "1 new, 0 merged, 0 skipped, 5 open")).toBeVisible();
});

test("an answer that does not arrive returns with its reason", async ({ page, signIn, complaints }) => {
  complaints.expected.push(/ERR_FAILED|Failed to fetch/);
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(6)));
  await page.route("**/imports/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );

  await page.keyboard.press("a");
  await expect(page.getByText("1: Not stored: Debrief did not answer.")).toBeVisible();
  await expect(standing(page, "0 new, 0 merged, 0 skipped, 6 open")).toBeVisible();
  await expect(underReview(page, /^Candidate 1:/)).toBeFocused();
  await page.unroute("**/imports/**");
  await page.keyboard.press("a");
  await expect(standing(page, "1 new, 0 merged, 0 skipped, 5 open")).toBeVisible();
});

test("the address narrows the review to what is open", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(6)));
  await page.keyboard.press("a");
  await expect(standing(page, "1 new, 0 merged, 0 skipped, 5 open")).toBeVisible();

  await page.getByRole("link", { name: "Open 5" }).click();
  await expect(page).toHaveURL(/show=open/);
  const list = page.getByRole("region", { name: "Candidates" }).getByRole("listitem");
  await expect(list).toHaveCount(5);
  await expect(underReview(page, /^Candidate 2:/)).toBeVisible();
  await page.keyboard.press("a");
  await expect(standing(page, "2 new, 0 merged, 0 skipped, 4 open")).toBeVisible();
  // What was answered stays until the view is opened again.
  await expect(list).toHaveCount(5);
  await page.reload();
  await expect(list).toHaveCount(4);
  await page.getByRole("link", { name: /^Unsure/ }).click();
  await expect(page.getByText("None of them is here.")).toBeVisible();
});

test("on a phone the thumb answers in either view, and a place leads to its candidate", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await page.setViewportSize({ width: 390, height: 800 });
  await openReview(page, await readInFor(world, longPost(6)));
  const accept = page.getByRole("button", { name: "Accept", exact: true });
  const post = page.getByRole("article", { name: "The post" });

  await accept.click();
  await expect(standing(page, "1 new, 0 merged, 0 skipped, 5 open")).toBeVisible();
  await page.getByRole("button", { name: "In the post" }).click();
  await expect(post.getByRole("link", { name: "Candidate 2, open" })).toBeInViewport();
  await accept.click();
  await expect(standing(page, "2 new, 0 merged, 0 skipped, 4 open")).toBeVisible();
  await post.getByText("Amazon EKS Age Reports 5").click();
  await expectAccessible(page);
  await page.getByText("Candidates", { exact: true }).click();
  await expect(underReview(page, /^Candidate 5:/)).toBeInViewport();
  for (const button of await page.getByRole("button").all()) {
    if (!(await button.isVisible())) continue;
    const size = await button.boundingBox();
    expect(Math.min(size?.height ?? 0, size?.width ?? 0), await button.innerText()).toBeGreaterThanOrEqual(24);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
