import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { createImport } from "./create-import";
import { discardImport } from "./review-commands";
import { createLead, POST, readIn, reviewOf } from "./testing";

describe("createImport", () => {
  it("stores the text with its candidates and adds nothing to the catalogue", async () => {
    const { viewer, conference } = await createLead();

    const result = await createImport(viewer, { conferenceSlug: conference.slug, text: POST });

    if (!result.ok) throw new Error(result.problem.message);
    const review = await reviewOf(viewer, result.value.importId);
    expect(result.value).toMatchObject({ before: null, found: review.candidates.length });
    expect(review).toMatchObject({ title: "What we take home", state: "reviewing", counts: { created: 0, merged: 0 } });
    expect(review.candidates.map(({ title }) => title).join()).toMatch(/gp3.*Lambda.*Proton/);
    expect(await testDb().announcement.count({ where: { conferenceId: conference.id } })).toBe(0);
  });

  it("leads a file of everything that Debrief wrote to where its marks come along", async () => {
    const { viewer, conference } = await createLead();
    const text = '{\n"format": "debrief",\n"version": 1,\n"announcements": []\n}\n';

    const result = await createImport(viewer, { conferenceSlug: conference.slug, file: file(text) });

    expect(result).toMatchObject({
      problem: { kind: "invalid", fields: { file: expect.stringMatching(/Bring it in/) } },
    });
    expect(await testDb().import.count({ where: { conferenceId: conference.id } })).toBe(0);
  });

  it("finds the earlier import of the same text, pasted or uploaded, and twice at once", async () => {
    const { viewer, conference } = await createLead();
    const bytes = new TextEncoder().encode(POST);

    const at = { conferenceSlug: conference.slug };
    const twice = await Promise.all(
      [1, 2].map(() => createImport(viewer, { ...at, text: POST.replaceAll("\n", "\r\n") })),
    );
    const uploaded = await createImport(viewer, { ...at, file: { name: "post.md", bytes } });

    const ids = [...twice, uploaded].map((result) => result.ok && result.value.importId);
    expect(new Set(ids).size).toBe(1);
    expect(uploaded).toMatchObject({ ok: true, value: { before: expect.any(Date) } });
    expect(await testDb().import.count({ where: { conferenceId: conference.id } })).toBe(1);
  });

  it("reads a discarded text in again", async () => {
    const { viewer, conference } = await createLead();
    const first = await readIn(viewer, conference.slug);
    await discardImport(viewer, first.id);

    const again = await readIn(viewer, conference.slug);

    expect(again.id).not.toBe(first.id);
  });

  it("keeps a text that announces nothing, under the name of its file", async () => {
    const { viewer, conference } = await createLead();
    const bytes = new TextEncoder().encode("we watched it all from the sofa and had soup.");

    const result = await createImport(viewer, { conferenceSlug: conference.slug, file: { name: "soup.txt", bytes } });

    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.found).toBe(0);
    expect((await reviewOf(viewer, result.value.importId)).title).toBe("soup.txt");
  });

  it("makes the conference that is named, once", async () => {
    const { viewer } = await createLead();
    const newConferenceName = `Widget Days ${viewer.teamSlug}`;

    const results = await Promise.all([
      createImport(viewer, { newConferenceName, text: POST }),
      createImport(viewer, { newConferenceName: newConferenceName.toUpperCase(), text: POST }),
    ]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(
      await testDb().conference.count({ where: { name: { equals: newConferenceName, mode: "insensitive" } } }),
    ).toBe(1);
  });

  it.each([
    ["no text and no file", { text: "  " }, "text", "Nothing to read yet. Paste the post or choose a file."],
    ["both", { text: POST, file: file("x") }, "file", "Paste the post or choose a file, not both. Remove one of them."],
    ["an empty file", { file: file("") }, "file", /empty/],
    ["6 MB", { file: { name: "big.md", bytes: new Uint8Array(6 * 1024 * 1024).fill(97) } }, "file", /larger than 5 MB/],
    ["a binary file", { file: file("PNG\0\0") }, "file", /not text/],
    ["broken UTF-8", { file: { name: "x", bytes: new Uint8Array([97, 0xff, 0xfe, 98]) } }, "file", /not valid UTF-8/],
    ["a conference that is gone", { conferenceSlug: "gone", text: POST }, "conferenceSlug", /no longer here/],
    ["a table without titles", { text: "Product,Link,When\na,b,c\nd,e,f\n" }, "text", /should have a column title/],
    ["no conference", { conferenceSlug: "", text: POST }, "conferenceSlug", /Choose the conference/],
  ])("refuses %s with a sentence and stores nothing", async (_, given, field, sentence) => {
    const { viewer, conference } = await createLead();

    const result = await createImport(viewer, { conferenceSlug: conference.slug, ...given });

    if (result.ok) throw new Error("was stored");
    expect(result.problem.fields?.[field]).toMatch(sentence);
    expect(await testDb().import.count({ where: { teamId: viewer.teamId } })).toBe(0);
  });

  it("stores text that PostgreSQL would refuse, with the places kept", async () => {
    const { viewer, conference } = await createLead();
    const review = await readIn(viewer, conference.slug, `${POST}\n\n- **AWS \ud800Widgets**: lone halves happen.\n`);

    expect(review.text).toContain("AWS \ufffdWidgets");
  });

  it("is for leads", async () => {
    const { team, conference } = await createLead();
    const member = await createTeamViewer({ team });

    const result = await createImport(member, { conferenceSlug: conference.slug, text: POST });

    expect(result).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
  });

  it("says what each candidate seems to be, and why", async () => {
    const { viewer, conference } = await createLead();
    const gp3 = await createAnnouncement({
      conferenceId: conference.id,
      title: "A new kind of volume",
      services: ["Amazon EBS"],
    });
    const proton = await createAnnouncement({
      conferenceId: conference.id,
      title: "AWS Proton",
      services: ["AWS Proton"],
    });
    const canonicalUrl = "https://aws.amazon.com/about-aws/whats-new/2020/12/gp3";
    await testDb().announcementLink.create({ data: { announcementId: gp3.id, url: canonicalUrl, canonicalUrl } });
    await createAnnouncement({ title: "AWS Proton", services: ["AWS Proton"] });

    const { candidates } = await readIn(viewer, conference.slug);

    const matches = candidates.flatMap(({ match }) => (match ? [[match.announcementId, match.reason]] : []));
    expect(matches).toContainEqual([gp3.id, "same link"]);
    expect(matches).toContainEqual([proton.id, "same title"]);
    expect(matches).toHaveLength(2);
  });
});

function file(text: string) {
  return { name: "post.md", bytes: new TextEncoder().encode(text) };
}
