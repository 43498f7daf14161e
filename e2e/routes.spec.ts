import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect } from "@playwright/test";

import { ADDRESSES, type Address } from "./support/addresses";
import { answerOf, ask, test } from "./support/ask";
import { rowsOf, SECRETS, STANDINGS, type Estate } from "./support/estate";

const POSTS = ADDRESSES.filter(({ method }) => method === "POST");

for (const address of ADDRESSES) {
  test(`${titleOf(address)} answers everybody who comes as it should`, async ({ request, estate }) => {
    for (const standing of STANDINGS) {
      const response = await ask(request, estate, address, standing);

      expect(answerOf(response), standing).toBe(address.answers[standing]);
      if (isOutside(standing) && !address.tells?.includes(standing)) {
        expect(secretsIn(await response.text()), standing).toEqual([]);
      }
    }
  });
}

test("the table has every page and route handler of the app", () => {
  expect(ADDRESSES.map(({ file, method }) => `${method} ${file}`)).toEqual(expect.arrayContaining(doorsOfApp()));
});

// In the team's own pages the words are there: what is looked for elsewhere is what would be found.
test("the team itself reads what nobody else may", async ({ request, estate }) => {
  const seen = await Promise.all(
    [...ofTeam(estate, estate.team.slug), "/people", `/imports/${estate.importId}`, "/imports/feeds"].map(
      async (at) => {
        const address = at === "/people" ? `/teams/${estate.team.slug}/people` : at;
        return (await ask(request, estate, { method: "GET", path: () => address }, "lead")).text();
      },
    ),
  );

  expect(secretsIn(seen.join("\n"))).toEqual([...SECRETS]);
});

test("another team sees the same conference and none of this team's words", async ({ request, estate }) => {
  for (const at of ofTeam(estate, estate.strangersTeam.slug)) {
    const response = await ask(request, estate, { method: "GET", path: () => at }, "stranger");

    expect(response.status(), at).toBe(200);
    expect(secretsIn(await response.text()), at).toEqual([]);
  }
});

test("an invitation that is no longer open tells nobody whose it was", async ({ request, estate }) => {
  const dead: Address["path"] = ({ invitationToken }) => `/invitations/${invitationToken.slice(1)}`;
  for (const standing of STANDINGS) {
    const response = await ask(request, estate, { method: "GET", path: dead }, standing);

    expect(response.status(), standing).toBe(404);
    if (isOutside(standing)) expect(secretsIn(await response.text()), standing).toEqual([]);
  }
});

test("a share link tells of the team its name and its decisions, and neither names nor notes", async ({
  request,
  estate,
}) => {
  for (const address of ADDRESSES.filter(({ file }) => file.startsWith("share/"))) {
    const response = await ask(request, estate, address, "visitor");

    const told = secretsIn(await response.text());
    expect(
      told.filter((secret) => secret !== "Walled Orchard" && secret !== "Because it halves the bill"),
      titleOf(address),
    ).toEqual([]);
  }
});

const FOREIGN: Record<string, string>[] = [
  {},
  { Origin: "https://elsewhere.example" },
  { "Sec-Fetch-Site": "cross-site" },
];

for (const headers of FOREIGN) {
  const sender = Object.entries(headers).flat().join(" ") || "no origin";
  test(`a post from ${sender} is refused and changes nothing`, async ({ request, estate }) => {
    const before = await rowsOf(estate.team.id);
    for (const address of POSTS.filter(({ file }) => !file.startsWith("api/auth/"))) {
      const response = await ask(request, estate, address, "lead", headers);

      expect(response.status(), address.file).toBe(403);
      expect(response.headers()["set-cookie"], address.file).toBeUndefined();
    }
    expect(await rowsOf(estate.team.id)).toEqual(before);
  });
}

test("a post into a team from outside it changes nothing", async ({ request, estate }) => {
  const before = await rowsOf(estate.team.id);
  for (const address of POSTS.filter(({ file }) => file.startsWith("teams/"))) {
    for (const standing of ["visitor", "stranger", "admin"] as const) {
      expect((await ask(request, estate, address, standing)).ok(), standing).toBe(false);
    }
  }
  expect(await rowsOf(estate.team.id)).toEqual(before);
});

/** Pages of a team about a conference, which every team has at addresses of its own. */
function ofTeam({ conference, announcements }: Estate, slug: string): string[] {
  const board = `/teams/${slug}/conferences/${conference.slug}`;
  const below = ["", "?view=all", "/rows?view=all", "/shortlist", "/export/shortlist.csv", "/export/shortlist.md"];
  return [
    `/teams/${slug}`,
    ...below.map((rest) => board + rest),
    `/teams/${slug}/announcements/${announcements[0]?.slug}`,
  ];
}

function isOutside(standing: (typeof STANDINGS)[number]): boolean {
  return standing === "visitor" || standing === "stranger" || standing === "admin";
}

function secretsIn(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

function titleOf({ method, file, of }: Address): string {
  return [method, file, ...(of ? [`of ${of}`] : [])].join(" ");
}

/** "GET page.tsx" and so on for every page and every method of every route handler there is. */
function doorsOfApp(): string[] {
  const app = path.resolve("app");
  return readdirSync(app, { recursive: true, encoding: "utf8" }).flatMap((file) => {
    if (/(^|\/)page\.tsx$/.test(file)) return [`GET ${file}`];
    if (!/(^|\/)route\.ts$/.test(file)) return [];
    const exported = readFileSync(path.join(app, file), "utf8").match(/^export .*\b(GET|POST|PUT|PATCH|DELETE)\b.*/gm);
    const methods = exported?.join(" ").match(/\b(GET|POST|PUT|PATCH|DELETE)\b/g) ?? [];
    return methods.map((method) => `${method} ${file}`);
  });
}
