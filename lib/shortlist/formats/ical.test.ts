import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyDecisionRecord, decisionRecord } from "@/lib/testing/shortlist-rows";
import type { Decision } from "@/lib/voting/decisions/decision";

import type { DecisionRecord, ExportAbout } from "../export/types";

import { targetsCalendar } from "./ical";

describe("targetsCalendar", () => {
  it("has an all-day event on a target day", async () => {
    const [event] = await eventsOf([settled({ target: { on: "2021-03-15", isQuarter: false } })]);

    expect(event).toMatchObject({
      uid: "0b7e6a2e-3c1c-4a53-9a3e-6a1c5f0f7a11-target-platform@debrief",
      summary: "Adopt: Faster widgets",
      start: "2021-03-15",
      end: "2021-03-16",
      status: "CONFIRMED",
      url: "https://debrief.example/teams/platform/announcements/faster-widgets",
      transparent: "TRANSPARENT",
    });
    expect(event?.description.split("\n")).toEqual([
      "Decided to adopt on 4 Jan 2021 by Ewan Fraser.",
      "To be done by 15 Mar 2021.",
      "Why: Cheaper by half.",
      "Owner: Priya Nair",
      "Effort: M, 12.5 days",
      "Progress: Planned",
      "Services: Widget Store, Widget Press",
      "Example Conf 2030, Platform",
      "https://debrief.example/teams/platform/announcements/faster-widgets",
    ]);
  });

  it("puts a quarter on its last day, over the turn of the year too, and says that it is one", async () => {
    const [event] = await eventsOf([settled({ target: { on: "2021-12-31", isQuarter: true } })]);

    expect(event).toMatchObject({
      summary: "Adopt: Faster widgets (end of Q4 2021)",
      start: "2021-12-31",
      end: "2022-01-01",
    });
  });

  it("has an event for the day on which the team looks again, beside the target", async () => {
    const look = {
      choice: "ignore",
      reopenWhen: "it runs in Frankfurt; or cheaper, by half",
      reopenOn: "2021-10-01",
    } as const;
    const events = await eventsOf([settled(look), settled({ ...look, target: null })]);

    expect(events.map(({ uid }) => uid.replace(/^.{36}/, ""))).toEqual([
      "-target-platform@debrief",
      "-reopen-platform@debrief",
      "-reopen-platform@debrief",
    ]);
    expect(events[1]).toMatchObject({ summary: "Look again at Faster widgets", start: "2021-10-01" });
    expect(events[1]?.description).toContain(
      "Look again: it runs in Frankfurt; or cheaper, by half, from 1 Oct 2021 on",
    );
  });

  it("keeps what is done, and cancels what was dropped", async () => {
    const done = { delivery: "done", deliveryOn: "2021-02-01" } as const;
    const events = await eventsOf([settled(done), settled({ ...done, delivery: "dropped" })]);

    expect(events.map(({ summary, status }) => [summary, status])).toEqual([
      ["✓ Done: Faster widgets (end of Q1 2021)", "CONFIRMED"],
      ["Dropped: Faster widgets (end of Q1 2021)", "CANCELLED"],
    ]);
  });

  it("keeps the UID and raises the sequence when a decision changes, so that a date moves", async () => {
    const first = decisionRecord();
    const later = { ...decision(), at: "2021-01-09T10:00:00.000Z", target: { on: "2021-06-30", isQuarter: true } };
    const moved = decisionRecord({ decision: later, history: [...first.history, { ...later, kind: "settled" }] });
    const [before, after] = [await eventsOf([first]), await eventsOf([moved])].flat();

    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect([before?.stamp, after?.stamp]).toEqual(["2021-01-04T11:20:00Z", "2021-01-09T10:00:00Z"]);
    expect(after?.modified).toBe(after?.stamp);
  });

  it("leaves out what is open again and what has no date", async () => {
    expect(await eventsOf([decisionRecord({ decision: null }), settled({ target: null })])).toEqual([]);
  });

  it("is a calendar with a component when there is nothing in it, and says what it shows", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await write([], { filter: "Q1 2021", self: SELF })));

    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toBeTruthy();
    expect(calendar.getFirstPropertyValue("source")).toBe(SELF);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Example Conf 2030: Platform");
    expect(calendar.getFirstPropertyValue("description")).toBe(
      "Target dates of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. Only Q1 2021.",
    );
  });

  it("ends every line with CRLF after at most 75 octets of whole characters, however long a title is", async () => {
    const text = await write([{ ...settled({}), title: "日本語🚀é".repeat(1_000) }]);
    const lines = text.split("\r\n");

    expect(lines.at(-1)).toBe("");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
    expect((await eventsOf([{ ...settled({}), title: "日本語🚀é".repeat(1_000) }]))[0]?.summary).toContain(
      "日本語🚀é".repeat(1_000),
    );
  });

  it("is read as what people typed, whatever they typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecisionRecord, { maxLength: 3 }), async (records) => {
        const events = await eventsOf(records);
        const targets = records.filter((record) => record.decision?.target);
        const reopens = records.filter((record) => record.decision?.reopenOn);
        expect(events).toHaveLength(targets.length + reopens.length);
        for (const { title, decision: stands } of targets) {
          const read = events.filter(({ summary }) => summary.includes(shown(title)));
          expect(read.map(({ start }) => start)).toContain(stands?.target?.on);
          expect(read.map(({ description }) => description).join("\n")).toContain(shown(stands?.reason ?? ""));
        }
      }),
      { numRuns: 300 },
    );
  });
});

const SELF = "https://debrief.example/share/s_e-cret/targets.ics";

function settled(given: Partial<Decision>): DecisionRecord {
  return decisionRecord({ decision: decision(given) });
}

/** What a calendar may not hold becomes a space. */
function shown(typed: string): string {
  return typed.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}|\p{Cs}/gu, " ");
}

function write(decisions: readonly DecisionRecord[], about: Partial<ExportAbout> = {}): Promise<string> {
  return writtenText(targetsCalendar, exportSource({ decisions, about }));
}

async function eventsOf(decisions: readonly DecisionRecord[]) {
  const calendar = new ICAL.Component(ICAL.parse(await write(decisions)));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(component);
    const text = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      ...{ uid, summary, description, sequence },
      ...{
        start: startDate.toString(),
        end: endDate.toString(),
        stamp: text("dtstamp"),
        modified: text("last-modified"),
      },
      ...{ status: text("status"), url: text("url"), transparent: text("transp") },
    };
  });
}
