import { mergeTests } from "@playwright/test";

import { db } from "@/lib/db/client";

import { ADDRESSES } from "./support/addresses";
import { ask, test as requestTest } from "./support/ask";
import { rowsOf } from "./support/estate";
import { expect, test as browserTest } from "./support/test";

const test = mergeTests(browserTest, requestTest);

const FILES = [
  { what: "of 6 MB", bytes: Buffer.alloc(6 * 1024 * 1024, "a post "), sentence: "The file is larger than 5 MB." },
  { what: "that is binary", bytes: Buffer.from("\x89PNG\r\n\0\0\0\rIHDR"), sentence: "The file is not text." },
  { what: "that is empty", bytes: Buffer.alloc(0), sentence: "The file is empty." },
  { what: "that is not UTF-8", bytes: Buffer.from([0x63, 0xe9, 0x20, 0xff]), sentence: "The file is not valid UTF-8" },
];

for (const { what, bytes, sentence } of FILES) {
  test(`a file ${what} is refused and stores nothing`, async ({ page, estate, signIn }) => {
    const before = await rowsOf(estate.team.id);
    await signIn(estate.lead);
    await page.goto(`/imports/new?team=${estate.team.slug}`);
    await page.getByLabel("Or a file").setInputFiles({ name: "post.md", mimeType: "text/markdown", buffer: bytes });
    await page.getByRole("combobox", { name: "Conference" }).selectOption(estate.conference.slug);
    await page.getByRole("button", { name: "Read the post" }).click();

    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Conference" })).toHaveValue(estate.conference.slug);
    expect(await rowsOf(estate.team.id)).toEqual(before);
  });
}

test("a post for no conference, and then nothing at all, keep what was typed", async ({ page, estate, signIn }) => {
  const before = await rowsOf(estate.team.id);
  await signIn(estate.lead);
  await page.goto(`/imports/new?team=${estate.team.slug}`);
  const post = page.getByRole("textbox", { name: "The post" });
  await post.fill("# A post\n\nwith “quotes” & <b>tags</b>");
  await page.getByRole("button", { name: "Read the post" }).click();
  await expect(page.getByText("Choose the conference the post is about, or name a new one.")).toBeVisible();
  await expect(post).toHaveValue("# A post\n\nwith “quotes” & <b>tags</b>");

  await post.fill("");
  await page.getByRole("combobox", { name: "Conference" }).selectOption(estate.conference.slug);
  await page.getByRole("button", { name: "Read the post" }).click();
  await expect(page.getByText("Nothing to read yet. Paste the post or choose a file.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Conference" })).toHaveValue(estate.conference.slug);
  expect(await rowsOf(estate.team.id)).toEqual(before);
});

test("an unknown choice is no mark", async ({ request, estate }) => {
  const before = await rowsOf(estate.team.id);
  for (const mark of [`${estate.announcements[1]?.id}:maybe`, "nothing:adopt", ":", "\0:adopt", "x".repeat(10_000)]) {
    const response = await ask(
      request,
      estate,
      { method: "POST", path: ({ team }) => `/teams/${team.slug}/votes`, form: () => ({ mark }) },
      "member",
    );
    expect([404, 422], mark.slice(0, 50)).toContain(response.status());
  }
  expect(await rowsOf(estate.team.id)).toEqual(before);
});

const PARAMETERS = [
  "after",
  "before",
  "candidate",
  "category",
  "conference",
  "next",
  "people",
  "q",
  "service",
  "show",
  "team",
];
const MALFORMED = ["%00", "..%2F..", "'%22%3C%25_", "0", "-1", "x".repeat(10_000)];
/** No UTF-8. In a path Next answers it itself, with 500, before any code of ours is asked. */
const UNDECODABLE = ["%F0%9F", "%ED%A0%80"];

for (const { method, file, of, path } of ADDRESSES.filter((address) => address.method === "GET")) {
  test(`${[file, of].filter(Boolean).join(" of ")} fails on nothing that an address can hold`, async ({
    request,
    estate,
  }) => {
    const own = path(estate);
    const [pathname = "", query = ""] = own.split("?");
    for (const bad of [...MALFORMED, ...UNDECODABLE]) {
      const parameters = PARAMETERS.map((name) => `${name}=${bad}`).join("&");
      const broken = pathname.split("/").flatMap((part, index, parts) => {
        const isFixed = !part || UNDECODABLE.includes(bad) || file.split("/").includes(part);
        return isFixed ? [] : [parts.with(index, bad.slice(0, 3_000)).join("/")];
      });
      for (const at of [`${pathname}?${query}&${parameters}`, ...broken]) {
        const response = await ask(request, estate, { method, path: () => at }, "lead");
        expect(response.status(), at.slice(0, 200)).toBeLessThan(500);
      }
    }
  });
}

test("signing in leads to no other site", async ({ request, estate }) => {
  for (const next of [
    "//evil.example",
    "/%5Cevil.example",
    "https://evil.example",
    "/..//evil.example",
    "/%09/evil.example",
  ]) {
    const response = await ask(request, estate, { method: "GET", path: () => `/sign-in?next=${next}` }, "member");
    expect(new URL(response.headers().location ?? "", response.url()).pathname, next).toBe("/");
    const out = await ask(
      request,
      estate,
      { method: "POST", path: () => "/theme", form: () => ({ theme: "dark", returnTo: decodeURIComponent(next) }) },
      "member",
    );
    expect(out.headers().location, next).toBe("/");
  }
});

const HOSTILE = [
  `<script>alert(1)</script><img src="https://evil.example/pixel.png" onerror="alert(2)">`,
  `![pixel](https://evil.example/other.png) [here](javascript:alert(3)) <svg onload=alert(4)>`,
  `<iframe src="https://evil.example/frame"></iframe> [x](data:text/html,<script>alert(5)</script>)`,
];

test("hostile text in a comment runs nothing and asks no other site", async ({ page, estate, signIn, baseURL }) => {
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (sent) => {
    if (!sent.url().startsWith(baseURL ?? "") && !sent.url().startsWith("data:")) heard.push(sent.url());
  });
  const about = {
    teamId: estate.team.id,
    announcementId: estate.announcements[2]?.id ?? "",
    authorId: estate.member.id,
  };
  await db().comment.createMany({ data: HOSTILE.map((body) => ({ ...about, body })) });
  await signIn(estate.lead);
  await page.goto(`/teams/${estate.team.slug}/announcements/${estate.announcements[2]?.slug}`);
  await expect(page.getByText("alert(4)")).toBeVisible();

  await expect(
    page.locator("main a[href^='javascript:' i], main a[href^='data:' i], main iframe, main img"),
  ).toHaveCount(0);
  expect(heard).toEqual([]);
});
