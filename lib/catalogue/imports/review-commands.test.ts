import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { reopenAll, resolveAll, resolveCandidate } from "./review-commands";
import { countReview } from "./review-queries";
import { createLead, POST, readIn, reviewOf } from "./testing";
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
    expect(result).toMatchObject({ ok: true, value: { suggested: 1 } });
    expect(result.ok && result.value.accepted).toHaveLength(review.candidates.length - 1);
    const after = await reviewOf(viewer, review.id);
    expect(after.candidates.find(({ match }) => match)?.resolution).toBe("open");
    expect(await resolveAll(viewer, review.id, { above: 0 })).toMatchObject({ value: { accepted: [] } });
  });

  it("takes as many as was said before", async () => {
    const { viewer, conference } = await createLead();
    await createAnnouncement({ conferenceId: conference.id, title: "Proton: templates", services: ["AWS Proton"] });
    const { id, candidates } = await readIn(viewer, conference.slug);
    await testDb().candidate.update({ where: { id: candidates[0]?.id ?? "" }, data: { confidence: 0.6 } });

    const said = await countReview(viewer, id);

    for (const { above, takes } of said?.acceptable ?? []) {
      const result = await resolveAll(viewer, id, { above });
      if (!result.ok) throw new Error(result.problem.message);
      expect(result.value.accepted).toHaveLength(takes);
      await reopenAll(viewer, id, result.value.accepted);
    }
    expect(said?.unsure).toBe(1);
    expect(said?.acceptable.map(({ above }) => above)).toEqual([0.95, 0.9, 0.8, 0.5]);
    expect(said?.acceptable.at(-1)?.takes).toBe((said?.acceptable[2]?.takes ?? 0) + 1);
  });
});

describe("reopenAll", () => {
  it("takes back what was accepted together, but not what was changed since", async () => {
    const { viewer, conference } = await createLead();
    const { id, candidates } = await readIn(viewer, conference.slug);
    const accepted = await resolveAll(viewer, id, { above: 0 });
    if (!accepted.ok) throw new Error(accepted.problem.message);
    const [changed] = candidates;
    await resolveCandidate(viewer, { ...answer(changed?.id, 2), resolution: "accept", title: "Corrected since" });

    const result = await reopenAll(viewer, id, accepted.value.accepted);

    expect(result).toEqual({ ok: true, value: { reopened: candidates.length - 1 } });
    const after = await reviewOf(viewer, id);
    expect(after.candidates.map(({ resolution }) => resolution)).toEqual(["create", "open", "open"]);
  });

  it("touches no import but its own", async () => {
    const { viewer, conference } = await createLead();
    const mine = await readIn(viewer, conference.slug);
    const other = await readIn(viewer, conference.slug, `${POST}\nAnother edition.`);
    const accepted = await resolveAll(viewer, other.id, { above: 0 });

    const result = await reopenAll(viewer, mine.id, accepted.ok ? accepted.value.accepted : []);

    expect(result).toEqual({ ok: true, value: { reopened: 0 } });
  });
});

describe("an answer that is taken back", () => {
  it("does not leave a match that was chosen by hand", async () => {
    const { viewer, conference } = await createLead();
    const other = await createAnnouncement({ conferenceId: conference.id, title: "Something else" });
    const candidate = (await readIn(viewer, conference.slug)).candidates.find(({ match }) => !match);

    await resolveCandidate(viewer, { ...answer(candidate?.id, 1), resolution: "accept", announcementId: other.id });
    const back = await resolveCandidate(viewer, {
      ...answer(candidate?.id, 2),
      resolution: "open",
      announcementId: null,
    });

    expect(back).toMatchObject({ value: { resolution: "open", match: null } });
  });

  it("leaves what the reader proposed", async () => {
    const { viewer, conference } = await createLead();
    const known = await createAnnouncement({
      conferenceId: conference.id,
      title: "AWS Proton",
      services: ["AWS Proton"],
    });
    const candidate = (await readIn(viewer, conference.slug)).candidates.find(({ match }) => match);

    const asNew = await resolveCandidate(viewer, {
      ...answer(candidate?.id, 1),
      resolution: "accept",
      announcementId: null,
    });
    const again = await resolveCandidate(viewer, { ...answer(candidate?.id, 2), resolution: "accept" });
    const reopened = await resolveCandidate(viewer, { ...answer(candidate?.id, 3), resolution: "open" });

    expect(asNew).toMatchObject({ value: { resolution: "create" } });
    expect(again).toMatchObject({ value: { resolution: "create", version: 3 } });
    expect(reopened).toMatchObject({ value: { resolution: "open", match: { announcementId: known.id } } });
    expect(reopened).toMatchObject({ value: { match: { reason: candidate?.match?.reason } } });
  });
});

function answer(candidateId: string | undefined, version: number) {
  return { candidateId: candidateId ?? "", version };
}
