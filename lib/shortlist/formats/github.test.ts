import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, written, writtenText } from "@/lib/testing/export-source";
import { everyNode, markdownTree, textOf } from "@/lib/testing/markdown-tree";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { githubJson, githubMarkdown, gitlabCsv } from "./github";
import { ghCommands, issueLink, parseRepository, type Repository } from "./github-link";
import { issueOf, onGitHub, onGitLab } from "./github-text";

const { about } = exportSource();
const REPOSITORY: Repository = { name: "octo-org/app", address: "https://github.com/octo-org/app" };

describe("githubMarkdown", () => {
  it("writes the text of an issue for what is decided", async () => {
    const text = await write([shortlistRow(), shortlistRow({ standing: "leans", decision: null })]);

    expect(text).toBe(`# Issues of Platform: Example Conf 2030

What is decided adopt in the shortlist of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.

---

## Faster widgets

Labels: debrief, example-conf-2030

* **Decided:** adopt on 4 Jan 2021 by Ewan Fraser
* **Owner:** Priya Nair
* **Target:** Q1 2021
* **Effort:** M, 12.5 days
* **Progress:** Planned
* **Services:** Widget Store, Widget Press
* **Category:** Machine learning
* **Availability:** Available
* **Marks:** 3 adopt, 1 investigate, 0 ignore

### Why

Cheaper by half.

### What the team wrote

* **adopt**, Ada: Worth it.

### More

* [What was announced](<https://vendor.example/widgets>)
* [The announcement in Debrief, with its thread](<https://debrief.example/teams/platform/announcements/faster-widgets>)

From the shortlist of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.
`);
  });

  it("says that nothing is decided", async () => {
    expect(await write([])).toMatch(/No filter set\.\n\nNothing is decided yet\.\n$/);
  });

  it("is read as what people typed, with no section but ours, whatever they typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 3 }), async (rows) => {
        const decided = rows.map((row) => ({ ...row, standing: "decided" as const }));
        const tree = markdownTree(await write(decided));
        const nodes = [...everyNode(tree)];
        const sections = nodes
          .filter(({ type }) => type === "heading")
          .map(textOf)
          .map(packed);
        expect(sections.filter((each) => !OURS.includes(each))).toEqual([
          "IssuesofPlatform:ExampleConf2030",
          ...decided.map(({ title }) => packed(title) || "Untitled").filter((each) => !OURS.includes(each)),
        ]);
        expect(nodes.filter(({ type }) => type === "thematicBreak")).toHaveLength(rows.length);
        for (const { type, url } of nodes) {
          expect(["html", "image", "code", "inlineCode", "table", "blockquote", "emphasis"]).not.toContain(type);
          if (type === "link") expect(url).toMatch(/^(https?|mailto):/i);
        }
        for (const { decision: stands, notes } of decided) {
          expect(packed(textOf(tree))).toContain(packed(stands?.reason ?? ""));
          for (const { note } of notes) expect(packed(textOf(tree))).toContain(packed(note));
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe("githubJson", () => {
  it("writes what the REST API takes, and nobody to assign", async () => {
    const issues = JSON.parse(
      await writtenText(githubJson, exportSource({ shortlist: [shortlistRow(), shortlistRow()] })),
    );

    expect(issues).toHaveLength(2);
    expect(issues[0]).toEqual({
      title: "Faster widgets",
      body: expect.stringContaining("### Why\n\nCheaper by half."),
      labels: ["debrief", "example-conf-2030"],
      assignees: [],
    });
    expect(JSON.parse(await writtenText(githubJson, exportSource()))).toEqual([]);
  });

  it("keeps to what GitHub takes, and says where the rest is", () => {
    const notes = Array.from({ length: 300 }, () => ({
      name: "Ada",
      choice: "adopt" as const,
      note: "long ".repeat(100),
    }));
    const { title, body } = issueOf(shortlistRow({ title: "🚀 ".repeat(2_500), notes }), about);

    expect(Array.from(title).length).toBeLessThanOrEqual(256);
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain("and 280 notes more");
    expect(body).toContain("Shortened: all of it is in Debrief.");
  });
});

describe("gitlabCsv", () => {
  it("writes a title and a description that are read back", async () => {
    const rows = [
      shortlistRow({ title: "=SUM(1)\n| 🚀 שלום" }),
      shortlistRow({ decision: decision({ reason: "/close\n!12 ~bug" }) }),
    ];
    const records: string[][] = parse(await written(gitlabCsv, exportSource({ shortlist: rows })));

    expect(records.map(([title]) => title)).toEqual(["title", "'=SUM(1) | 🚀 שלום", "Faster widgets"]);
    expect(records[2]?.[1]).toContain("\\/close\\\n!\u200B12 \\~\u200Bbug");
    expect(parse(await written(gitlabCsv, exportSource()))).toEqual([["title", "description"]]);
  });
});

describe("onGitHub", () => {
  it.each([
    ["thanks @octocat and @org/team", "thanks @\u200Boctocat and @\u200Borg/team"],
    ["ada@example.com", "ada@example.com"],
    ["closes #12, fixes octo/app#3 and GH-4", "closes #\u200B12, fixes octo/app#\u200B3 and GH-\u200B4"],
    ["resolves https://github.com/octo/app/issues/1", "resolves https:\u200B//github.com/octo/app/issues/1"],
    ["# 1 and C#", "# 1 and C#"],
  ])("shows %j and refers to nothing", (typed, shown) => {
    const tree = markdownTree(onGitHub(`x ${typed}`));

    expect(textOf(tree)).toBe(`x ${shown}`);
    expect([...everyNode(tree)].filter(({ url = "mailto:" }) => !url.startsWith("mailto:"))).toEqual([]);
    expect(textOf(markdownTree(onGitLab(`x ${typed}`))).replaceAll("\u200B", "")).toBe(`x ${typed}`);
  });
});

describe("parseRepository", () => {
  it.each([
    ["octo-org/app", REPOSITORY],
    [" octo-org/app ", REPOSITORY],
    ["https://github.com/octo-org/app", REPOSITORY],
    ["https://www.github.com/octo-org/app.git", REPOSITORY],
    ["https://github.com/octo-org/app/issues?q=is%3Aopen#x", REPOSITORY],
    [
      "https://git.example.com:8443/octo_org/app.js",
      { name: "git.example.com:8443/octo_org/app.js", address: "https://git.example.com:8443/octo_org/app.js" },
    ],
  ])("reads %j", (typed, repository) => {
    expect(parseRepository(typed)).toEqual(repository);
  });

  it.each([
    ...["", "octo-org", "octo-org/", "octo org/app", "../app", "octo-org/..", "-octo/app", "a/b/c"],
    ...["http://github.com/octo-org/app", "https://github.com/octo-org", "https://user:pass@github.com/octo-org/app"],
    ...["javascript:alert(1)//a/b", "https://github.com/octo-org/%2e%2e", "https://", "octo-org/app\nx"],
  ])("takes %j for none", (typed) => {
    expect(parseRepository(typed)).toBeNull();
  });
});

describe("issueLink", () => {
  it("opens GitHub's form with the issue in it", () => {
    const url = new URL(issueLink(REPOSITORY, shortlistRow(), about));

    expect(`${url.origin}${url.pathname}`).toBe("https://github.com/octo-org/app/issues/new");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      title: "Faster widgets",
      body: issueOf(shortlistRow(), about).body,
      labels: "debrief,example-conf-2030",
    });
  });

  it("shortens what an address does not take, and says where all of it is", () => {
    const url = issueLink(REPOSITORY, shortlistRow({ decision: decision({ reason: "長い 🚀 ".repeat(400) }) }), about);

    expect(url.length).toBeLessThan(8_000);
    expect(new URL(url).searchParams.get("body")).toContain("Shortened: all of it is in Debrief.");
    expect(new URL(url).searchParams.get("body")).toContain(`](<${shortlistRow().address}>)`);
  });

  it("is never too long, whatever people type, however long", () => {
    const long = {
      ...{ maxLength: 5_000, minLength: 1_000 },
      unit: fc.constantFrom("🚀", "@", "*", "日", "#1", " ", "\n"),
    };
    const any = fc.tuple(anyShortlistRow, fc.string(long), fc.option(fc.string(long)));
    fc.assert(
      fc.property(any, ([row, text, other]) => {
        const name = other ?? "Ada";
        const given: ShortlistRow = {
          ...row,
          title: text,
          services: [name, text],
          link: `https://vendor.example/${encodeURIComponent(text)}`,
          decision: decision({ reason: text, by: { personId: "x", name }, owner: { personId: "x", name } }),
          notes: Array.from({ length: 50 }, () => ({ name, choice: "adopt" as const, note: text })),
        };
        expect(issueLink(REPOSITORY, given, about).length).toBeLessThan(8_000);
      }),
      { numRuns: 15 },
    );
  });
});

describe("ghCommands", () => {
  it.each([
    ["octo-org/app", "gh api repos/octo-org/app/issues --input -"],
    ["https://git.example.com/octo-org/app", "gh api --hostname git.example.com repos/octo-org/app/issues --input -"],
    ["$(rm -rf ~)/app", "gh api repos/OWNER/NAME/issues --input -"],
  ])("makes issues in %s", (typed, command) => {
    expect(ghCommands(parseRepository(typed))).toContain(command);
  });
});

const OURS = ["Why", "Whattheteamwrote", "More"];

/** Text without what only separates, and without what draws nothing. */
function packed(text: string): string {
  return text.replace(/[\s\p{Cc}\u200B]+/gu, "");
}

function write(shortlist: readonly ShortlistRow[]): Promise<string> {
  return writtenText(githubMarkdown, exportSource({ shortlist }));
}
