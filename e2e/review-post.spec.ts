import { createMember } from "@/lib/testing/builders";

import { longPost, MISSED } from "./support/long-post";
import { openReview, readInFor, standing, underReview } from "./support/reviews";
import { expect, refusal, test } from "./support/test";
import { makeWorld } from "./support/world";

test("what was missed is added by selecting it in the post, and a colleague sees it", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const world = await makeWorld();
  const address = await readInFor(world, longPost(6));
  await signIn(world.lead);
  await openReview(page, address);
  const post = page.getByRole("article", { name: "The post" });

  await post.getByText(MISSED).click({ clickCount: 3 });
  await page.getByRole("button", { name: `Add “${MISSED}” as announcement` }).click();
  await expect(page.getByText(`Added as 7: ${MISSED}.`)).toBeVisible();
  await expect(underReview(page, `7: ${MISSED}`)).toBeVisible();
  await expect(post.getByRole("link", { name: "Candidate 7, open" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Service" })).toHaveValue("Amazon Aurora");
  await page.keyboard.press("a");
  await expect(standing(page, "1 new, 0 merged, 0 skipped, 6 open")).toBeVisible();
  await expect(post.getByRole("link", { name: "Candidate 7, accepted" })).toBeVisible();

  const { person } = await createMember({ team: world.team, role: "lead" });
  const colleague = await openBrowser();
  await signIn(person, colleague.context());
  await openReview(colleague, `${address}?candidate=7`);
  await expect(underReview(colleague, `7: ${MISSED}`)).toBeVisible();
  await expect(standing(colleague, "1 new, 0 merged, 0 skipped, 6 open")).toBeVisible();
});

test("what was missed is added with the keyboard alone, by its words", async ({ page, signIn }) => {
  const world = await makeWorld();
  await signIn(world.lead);
  await openReview(page, await readInFor(world, longPost(6)));

  await page.keyboard.press("+");
  const words = page.getByRole("textbox", { name: "Its words in the post" });
  await expect(words).toBeFocused();
  await page.keyboard.type("Amazon Aurora Day Train");
  await page.keyboard.press("Enter");
  await expect(refusal(page, "These words are not in the post.")).toBeVisible();
  await expect(words).toHaveValue("Amazon Aurora Day Train");
  await words.fill("amazon aurora  NIGHT train");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A night train for tables");
  await page.keyboard.press("Enter");
  await expect(underReview(page, "7: A night train for tables")).toBeFocused();
});

test("a list shows its entries, and hostile text stays text", async ({ page, signIn, baseURL }) => {
  const heard: string[] = [];
  page.on("request", (sent) => {
    if (!sent.url().startsWith(baseURL ?? "") && !sent.url().startsWith("data:")) heard.push(sent.url());
  });
  const world = await makeWorld();
  await signIn(world.lead);
  const rows = [
    "title,description,url",
    `Amazon EC2 Small Nodes,"<img src=https://evil.example/x onerror=alert(1)> Nodes with 512 MB.",https://example.com/1`,
    `Amazon S3 Short Shelf,"Shelves <script>alert(2)</script> that end.",javascript:alert(3)`,
  ];
  await openReview(page, await readInFor(world, rows.join("\n")));
  const post = page.getByRole("article", { name: "The post" });

  await expect(post.getByText("Nodes with 512 MB.")).toBeVisible();
  await expect(post.getByRole("link", { name: "Candidate 2, open" })).toHaveCount(1);
  await expect(post.locator("img, script, a[href^='javascript:' i]")).toHaveCount(0);
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect(standing(page, "2 new, 0 merged, 0 skipped, 0 open")).toBeVisible();
  expect(heard).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what was missed is added by its words, and the sure ones are accepted together", async ({ page, signIn }) => {
    const world = await makeWorld();
    await signIn(world.lead);
    await page.goto(await readInFor(world, longPost(6)));

    await page.getByText("Select text to add what was missed").click();
    await page.getByRole("textbox", { name: "Its words in the post" }).fill("Amazon Aurora Day Train");
    await page.getByRole("button", { name: "Add as announcement" }).click();
    await expect(page.getByText("These words are not in the post.")).toBeVisible();
    await page.getByRole("textbox", { name: "Its words in the post" }).fill(MISSED);
    await page.getByRole("button", { name: "Add as announcement" }).click();
    await expect(underReview(page, `7: ${MISSED}`)).toBeVisible();
    await page.getByText("Accept all…").click();
    await page.getByRole("button", { name: "0.90: accept 7" }).click();
    await expect(standing(page, "7 new, 0 merged, 0 skipped, 0 open")).toBeVisible();
  });
});
