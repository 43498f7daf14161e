import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import fc from "fast-check";

import type { TeamViewer } from "@/lib/identity/types";
import type { Result } from "@/lib/errors/problem";
import { AVAILABILITIES, CATEGORIES, FIGURE_KINDS, LINK_KINDS } from "@/lib/recap/types";
import { exportFile } from "@/lib/shortlist/export/queries";
import { DELIVERIES, EFFORTS } from "@/lib/voting/decisions/decision";
import { parseTarget, quarterOf } from "@/lib/voting/decisions/target";
import { cleanNote } from "@/lib/voting/note";
import { CHOICES } from "@/lib/voting/types";

import { transferIn } from "./commands";
import type { TransferOutcome } from "./outcome";
import type { TransferFile } from "./schema/file";

const folder = mkdtempSync(path.join(tmpdir(), "debrief-transfer-"));

/** Brings a file in from its text or bytes, or its value. */
export function bringIn(
  viewer: TeamViewer,
  file: TransferFile | string | Uint8Array,
  { isCheck = false } = {},
): Promise<Result<TransferOutcome>> {
  const where = path.join(folder, "debrief.json");
  writeFileSync(where, typeof file === "string" || file instanceof Uint8Array ? file : JSON.stringify(file));
  return transferIn(viewer, { path: where, isCheck });
}

/** What a team can have of a conference as our own JSON. */
export async function exportedText(viewer: TeamViewer, conference: string): Promise<string> {
  const result = await exportFile(viewer, { conference, file: "debrief.json", query: new URLSearchParams() });
  if (!result.ok) throw new Error(result.problem.message);
  return new Response(result.value.body).text();
}

/** Any text that somebody may have typed. */
function words(maxLength: number) {
  const odd = fc.constantFrom(
    '=HYPERLINK("http://x")',
    "a|b\nc",
    "שלום",
    "🦊👩‍👩‍👧",
    '\\"',
    "</script>",
    "\u2028",
    "NULL",
    "",
  );
  return fc.oneof(odd, fc.string({ unit: "grapheme", maxLength })).map(cleanNote);
}

function filled(maxLength: number) {
  return words(maxLength).map((text) => text || "x");
}

const moment = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2026-11-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = moment.map((at) => at.slice(0, 10));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const target = fc.oneof(
  day.map((on) => ({ on, isQuarter: false })),
  day.map((on) => ({ on: parseTarget(quarterOf(on))?.on ?? on, isQuarter: true })),
);

/** Files with people, announcements, marks of any text, threads, decisions and histories that refer to each other. */
export const anyFile: fc.Arbitrary<TransferFile> = fc
  .record({
    people: fc.uniqueArray(fc.record({ id: fc.uuid(), name: filled(30) }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ id }) => id,
    }),
    services: fc.uniqueArray(fc.record({ slug: slugs("service"), name: filled(30), vendor: words(10) }), {
      maxLength: 3,
      selector: ({ slug }) => slug,
    }),
    sources: fc.uniqueArray(source(), { maxLength: 3, selector: ({ identity }) => identity }),
  })
  .chain(({ people, services, sources }) => {
    const person = fc.constantFrom(...people.map(({ id }) => id));
    return fc
      .uniqueArray(
        announcement(
          services.map(({ slug }) => slug),
          sources.map(({ id }) => id),
        ),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ slug }) => slug,
        },
      )
      .chain((announcements) => {
        const about = fc.constantFrom(...announcements.map(({ id }) => id));
        const settled = decided(about, person);
        return fc.record({
          format: fc.constant("debrief" as const),
          version: fc.constant(1 as const),
          about: fc.constant(ABOUT),
          conference: fc.record({
            slug: fc.constant("conf-2020"),
            name: filled(40),
            startsOn: maybe(day),
            endsOn: maybe(day),
          }),
          round: maybe(
            fc.record({
              ...{ openedBy: person, openedAt: moment, closesAt: moment, timeZone: fc.constant("Europe/London") },
              ...{ quorum: fc.integer({ min: 1, max: 9 }), isBlind: fc.boolean(), closedAt: moment },
            }),
          ),
          radar: fc.constant(null),
          services: fc.constant(services),
          people: fc.constant(people.map((one, n) => ({ ...one, email: `person-${n}@example.com`, role: null }))),
          sources: fc.constant(sources),
          announcements: fc.constant(announcements),
          votes: fc.uniqueArray(vote(about, person), {
            maxLength: 8,
            selector: (one) => one.announcement + one.person,
          }),
          voteEvents: fc.array(
            fc.record({
              announcement: about,
              person,
              choice: maybe(fc.constantFrom(...CHOICES)),
              note: words(40),
              at: moment,
            }),
            { maxLength: 8 },
          ),
          comments: fc.uniqueArray(comment(about, person), { maxLength: 6, selector: ({ id }) => id }),
          decisions: fc.uniqueArray(
            fc
              .record({ ...settled, place: fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((place) => place + 0) })
              .map(adoptedPlainly),
            { maxLength: 4, selector: (one) => one.announcement },
          ),
          decisionEvents: fc.array(
            fc.record({
              kind: fc.constantFrom("settled" as const, "reopened" as const, "delivered" as const),
              ...settled,
            }),
            { maxLength: 6 },
          ),
          estimates: fc.constant([]),
        });
      });
  });

const ABOUT = {
  team: { slug: "elsewhere", name: "Elsewhere" },
  conference: { slug: "conf-2020", name: "Conf" },
  ...{ at: "2026-11-02T00:00:00.000Z", filter: null, hiddenMarks: 0, address: "https://elsewhere.example" },
};

function slugs(prefix: string) {
  return fc.integer({ min: 1, max: 99 }).map((n) => `${prefix}-${n}`);
}

function source() {
  return fc.record({
    ...{ id: fc.uuid(), title: words(40), author: maybe(words(20)), url: maybe(fc.webUrl()), publishedOn: maybe(day) },
    ...{ identity: fc.uuid(), createdAt: moment },
  });
}

function announcement(services: string[], sources: string[]) {
  return fc.record({
    ...{ id: fc.uuid(), slug: slugs("announcement"), title: filled(60), summary: words(80) },
    ...{ category: fc.constantFrom(...CATEGORIES), availability: fc.constantFrom(...AVAILABILITIES) },
    ...{ vendorId: maybe(filled(10)), catalogueKey: fc.constant(null), createdAt: moment, editedAt: maybe(moment) },
    services: fc.subarray(services),
    links: fc.uniqueArray(
      fc.record({ url: slugs("https://aws.amazon.com/page"), kind: fc.constantFrom(...LINK_KINDS) }),
      {
        maxLength: 3,
        selector: ({ url }) => url,
      },
    ),
    figures: fc.array(
      fc.record({
        text: words(20),
        kind: fc.constantFrom(...FIGURE_KINDS),
        value: maybe(fc.integer()),
        unit: maybe(words(5)),
      }),
      { maxLength: 2 },
    ),
    mentions: fc.subarray(sources).chain((named) =>
      fc.tuple(
        ...named.map((id) =>
          fc.record({
            source: fc.constant(id),
            excerpt: words(50),
            take: maybe(words(50)),
            section: maybe(words(9)),
            createdAt: moment,
          }),
        ),
      ),
    ),
  });
}

function vote(announcement: fc.Arbitrary<string>, person: fc.Arbitrary<string>) {
  return fc.record({
    ...{
      announcement,
      person,
      choice: fc.constantFrom(...CHOICES),
      note: words(80),
      createdAt: moment,
      updatedAt: moment,
    },
  });
}

function comment(announcement: fc.Arbitrary<string>, author: fc.Arbitrary<string>) {
  return fc
    .record({
      ...{ id: fc.uuid(), announcement, author, body: filled(80), createdAt: moment, editedAt: maybe(moment) },
      ...{ deletedAt: maybe(moment), deletedBy: author },
    })
    .map((one) => (one.deletedAt === null ? { ...one, deletedBy: null } : { ...one, body: "" }));
}

function decided(announcement: fc.Arbitrary<string>, person: fc.Arbitrary<string>) {
  return {
    ...{ announcement, choice: fc.constantFrom(...CHOICES), reason: words(60), by: person, at: moment },
    ...{ owner: maybe(person), target: maybe(target), effort: maybe(fc.constantFrom(...EFFORTS)) },
    effortDays: maybe(fc.integer({ min: 1, max: 100 }).map((halves) => halves / 2)),
    ...{
      reopenWhen: words(30),
      reopenOn: maybe(day),
      delivery: fc.constantFrom(...DELIVERIES),
      deliveryOn: maybe(day),
    },
  };
}

/** What is adopted is not reopened by a condition. */
function adoptedPlainly<T extends { choice: string; reopenWhen: string; reopenOn: string | null }>(one: T): T {
  return one.choice === "adopt" ? { ...one, reopenWhen: "", reopenOn: null } : one;
}
