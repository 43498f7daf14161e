import type { Page } from "@playwright/test";

import { db } from "@/lib/db/client";
import { createRound } from "@/lib/testing/builders";

import { ADDRESSES } from "./support/addresses";
import { makeEstate, type Estate } from "./support/estate";
import { markButton, openAnnouncement } from "./support/marks";
import { expect, test } from "./support/test";

const NOTE = "Zebrafish marmalade at dawn";
const LATER_NOTE = "Gantry cranes over the harbour";

/** Every page and route of the team, and of its share links, that is in the table of addresses; what is asked of them besides is a line here. */
const SEARCHES = [
  "?view=all&q=zebrafish",
  "?view=all&sort=support",
  "?view=all&sort=disagreement",
  "?view=all&lean=adopt",
  "?view=all&lean=ignore",
  "?view=all&lean=split",
  "?view=all&lean=below-quorum",
  "/rows?view=all&q=marmalade",
  "/rows?view=all&sort=support",
];

function addressesOf(estate: Estate): string[] {
  const { team, conference, announcements } = estate;
  const board = `/teams/${team.slug}/conferences/${conference.slug}`;
  const listed = ADDRESSES.filter(
    ({ file, method, answers }) => method === "GET" && /^(teams|share)\//.test(file) && answers.lead === 200,
  ).map(({ path }) => path(estate));
  return [
    ...listed,
    ...SEARCHES.map((query) => board + query),
    `/teams/${team.slug}/search?q=zebrafish%20marmalade`,
    `/teams/${team.slug}/announcements/${announcements[0]?.slug}?merged=1`,
  ];
}

/** Whatever reached a browser or was asked by it: documents, data, scripts, and what the event stream told. */
type Heard = { bodies: { url: string; text: string }[]; stream: { text: string; end: () => void } };

/** What somebody is shown at each address: the words of a page, or all of an answer that is none. */
async function lookAround(page: Page, heard: Heard, addresses: readonly string[]): Promise<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const address of addresses) {
    const answer = await page.request.get(address);
    const text = await answer.text();
    heard.bodies.push({ url: address, text });
    shown[address] = text;
    if (!answer.headers()["content-type"]?.includes("text/html")) continue;
    await page.goto(address);
    shown[address] = await page.locator("body").innerText();
  }
  // Answers on their way, such as those of pages that look again.
  await page.waitForLoadState("load");
  return shown;
}

/**
 * A note of the first's, by its end, since its beginning is searched for and comes back in search fields; or a mark of
 * theirs: a count of it, or a choice that is said to be made.
 */
const TOLD =
  /at dawn|over the harbour|\b1 adopt\b|leans adopt,|adopt\\*":\s*[1-9]|\\*"(?:choice|lean|mine)\\*":\s*\{?\\*"(?:choice\\*":\\*")?adopt/i;

function tellingIn({ bodies, stream }: Heard): string[] {
  const telling = [...bodies, { url: "the event stream", text: stream.text }].flatMap(({ url, text }) => {
    const found = TOLD.exec(text);
    return found ? [`${url}: …${text.slice(Math.max(0, found.index - 80), found.index + 80)}…`] : [];
  });
  return [...new Set(telling)];
}

test("a blind round keeps what one has marked from another until they have marked, or it is closed", async ({
  page,
  signIn,
  openBrowser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const estate = await makeEstate();
  const { team, conference, lead, member, announcements } = estate;
  const [hidden, later] = announcements;
  await db().vote.deleteMany({ where: { teamId: team.id } });
  await db().decision.deleteMany({ where: { teamId: team.id } });
  // Far enough away that nobody is told it closes soon, which would come in between.
  const closesAt = new Date(Date.now() + 5 * 86_400_000);
  await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.id, isBlind: true, closesAt });
  const addresses = addressesOf(estate);
  const hiddenPage = `/teams/${team.slug}/announcements/${hidden?.slug}`;
  const laterPage = `/teams/${team.slug}/announcements/${later?.slug}`;

  // The first is a member; the second leads the team, and sees no more for it.
  const second = await openBrowser();
  await signIn(member);
  await signIn(lead, second.context());
  const heard: Heard = {
    bodies: [],
    stream: await listen(`${baseURL}/api/live?team=${team.slug}`, estate.cookies.lead),
  };
  second.context().on("response", async (response) => {
    const text = response.headers()["content-type"]?.includes("event-stream")
      ? ""
      : await response.text().catch(() => "");
    if (!response.url().includes("/_next/static/")) heard.bodies.push({ url: response.url(), text });
  });

  await markAs(page, hiddenPage, "adopt", NOTE);
  const before = await lookAround(second, heard, addresses);
  expect(tellingIn(heard)).toEqual([]);
  expect(before[hiddenPage]).toContain("1 of 2");

  await markAs(page, hiddenPage, "ignore", `${NOTE}, or later`);
  const after = await lookAround(second, heard, addresses);
  expect(tellingIn(heard)).toEqual([]);
  expect(ofTheTeamAlone(after)).toEqual(ofTheTeamAlone(before));
  await expect.poll(() => heard.stream.text).toContain("data:");
  heard.stream.end();

  await openAnnouncement(second, hiddenPage);
  await markButton(second, hidden?.title ?? "", "adopt").click();
  await expect(markButton(second, hidden?.title ?? "", "adopt")).toHaveAttribute("aria-pressed", "true");
  await second.goto(hiddenPage);
  await expect(second.getByRole("complementary", { name: "Team" })).toContainText(NOTE);

  await markAs(page, laterPage, "adopt", LATER_NOTE);
  await second.goto(laterPage);
  expect(await second.content()).not.toContain(LATER_NOTE);
  await second.goto(`/teams/${team.slug}/conferences/${conference.slug}/round`);
  await second.getByText("Close now").click();
  await second.getByRole("button", { name: "Close the round" }).click();
  await expect(second.getByRole("heading", { name: "Reopen the round" })).toBeVisible();
  await second.goto(laterPage);
  await expect(second.getByRole("complementary", { name: "Team" })).toContainText(LATER_NOTE);
});

/**
 * What holds nothing of other journeys, which add conferences and announcements to the catalogue meanwhile, and nothing of
 * this looking around itself: when it was, and that links were opened.
 */
function ofTheTeamAlone(shown: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shown)
      .filter(([address]) => /\/(conferences|announcements)\//.test(address) && !PACKED.test(address))
      .map(([address, text]) => [
        address,
        text.replaceAll(AS_OF, "").replaceAll(address.includes("/export/") ? WRITTEN_AT : LOOKED_AT, ""),
      ]),
  );
}

/** When something was read, on a page and in a file; "last used Sat 21 Nov 2026, 19:48 UTC"; the moments within a file. */
const AS_OF = /as of [^.]*? UTC/g;
const LOOKED_AT = /(?:never|last) used.*/g;
const WRITTEN_AT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z|\d{8}T\d{6}Z|\w{3}, \d{2} \w{3} \d{4} [\d:]{8}/g;

/** What holds its moment where it cannot be taken out: made of the same rows as what can be compared. */
const PACKED = /\.(zip|xlsx|png)$/;

/** Marks and writes a note on the page of an announcement, as a person does. */
async function markAs(page: Page, address: string, choice: "adopt" | "ignore", note: string): Promise<void> {
  await openAnnouncement(page, address);
  const stored = page.waitForResponse((response) => response.url().endsWith("/votes") && response.ok());
  await page.keyboard.press(choice === "adopt" ? "a" : "x");
  await stored;
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Your note" });
  await field.fill(note);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("complementary", { name: "Team" })).toContainText(note);
}

/** Listens to the event stream as whoever has the cookie, until told to end. */
async function listen(address: string, cookie: string): Promise<Heard["stream"]> {
  const ending = new AbortController();
  const headers = { Accept: "text/event-stream", Cookie: cookie };
  const response = await fetch(address, { headers, signal: ending.signal });
  expect(response.headers.get("Content-Type")).toContain("text/event-stream");
  const stream = { text: "", end: () => ending.abort() };
  const reading = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) stream.text += decoder.decode(chunk, { stream: true });
  };
  reading().catch(() => {});
  return stream;
}
