import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { resolveAll, resolveCandidate } from "./review-commands";
import { createLead, readIn, reviewOf } from "./testing";
import type { ResolveCandidateInput } from "./schema";

describe("resolveCandidate", () => {
  it("stores what the reviewer corrected, and answers it", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const change = {
      title: "Cheaper volumes",
      services: ["Amazon EBS", "Amazon EC2"],
      category: "compute",
      availability: "coming",
    } satisfies Partial<ResolveCandidateInput>;

    const result = await resolveCandidate(viewer, {
      candidateId: candidate?.id ?? "",
      version: 1,
      resolution: "accept",
      ...change,
    });

    expect(result).toMatchObject({ ok: true, value: { ...change, resolution: "create", version: 2 } });
  });

  it("tells the second of two leads what is stored now, and stores nothing of theirs", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const seen = { candidateId: candidate?.id ?? "", version: 1 };
    await resolveCandidate(viewer, { ...seen, resolution: "skip", title: "Theirs" });

    const second = await resolveCandidate(viewer, { ...seen, resolution: "accept", title: "Mine" });

    expect(second).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    expect(!second.ok && second.problem.message).toBe(
      "Not stored: this candidate was changed meanwhile. It is now “Theirs”, skipped.",
    );
    expect(await testDb().candidate.findUnique({ where: { id: seen.candidateId } })).toMatchObject({
      title: "Theirs",
      version: 2,
    });
  });

  it("takes a double click as one", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const click = () =>
      resolveCandidate(viewer, { candidateId: candidate?.id ?? "", version: 1, resolution: "accept" });

    const results = await Promise.all([click(), click()]);

    expect(results.every((result) => result.ok && result.value.version === 2)).toBe(true);
  });

  it("merges only with an announcement of the same conference", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const here = await createAnnouncement({ conferenceId: conference.id });
    const elsewhere = await createAnnouncement();
    const merge = (version: number, announcementId: string | null) =>
      resolveCandidate(viewer, { candidateId: candidate?.id ?? "", version, resolution: "merge", announcementId });

    expect(await merge(1, elsewhere.id)).toMatchObject({
      ok: false,
      problem: { fields: { announcementId: /not in this conference/ } },
    });
    expect(await merge(1, conference.id)).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    expect(await merge(1, null)).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    expect(await merge(1, here.id)).toMatchObject({ ok: true, value: { match: { announcementId: here.id } } });
  });

  it("refuses what is not in the lists, by field", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const input = { candidateId: candidate?.id ?? "", version: 1, resolution: "accept" } as const;

    const result = await resolveCandidate(viewer, { ...input, title: " " });

    expect(result).toMatchObject({ ok: false, problem: { fields: { title: "An announcement needs a title." } } });
  });

  it("knows no candidate of another team", async () => {
    const { viewer, conference } = await createLead();
    const [candidate] = (await readIn(viewer, conference.slug)).candidates;
    const stranger = await createTeamViewer({ role: "lead" });

    const result = await resolveCandidate(stranger, {
      candidateId: candidate?.id ?? "",
      version: 1,
      resolution: "skip",
    });

    expect(result).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });
});

describe("resolveAll", () => {
  it("accepts what is sure enough, and leaves mere suggestions for a look", async () => {
    const { viewer, conference } = await createLead();
    await createAnnouncement({
      conferenceId: conference.id,
      title: "Proton: templates for deployment",
      services: ["AWS Proton"],
    });
    const review = await readIn(viewer, conference.slug);
    const suggested = review.candidates.filter(({ match }) => match !== null);

    const result = await resolveAll(viewer, review.id, { above: 0 });

    expect(suggested).toHaveLength(1);
    expect(result).toEqual({ ok: true, value: { accepted: review.candidates.length - 1, suggested: 1 } });
    const after = await reviewOf(viewer, review.id);
    expect(after.candidates.find(({ match }) => match)?.resolution).toBe("open");
    expect(await resolveAll(viewer, review.id, { above: 0 })).toMatchObject({ value: { accepted: 0 } });
  });
});
