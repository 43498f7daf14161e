import "server-only";

import { createReadStream } from "node:fs";

import { MemberReader, NOT_OURS, Unreadable, type Found } from "./members";
import type { Problems } from "./problems";
import { sayIssue } from "./problems";
import { LISTS, SINGLES, VERSION, type ListName, type SingleName } from "./schema/file";

const CHUNK = 256 * 1024;

/** What a file holds once each: a value by its name. */
export type Singles = { [Name in SingleName]: (typeof SINGLES)[Name]["_output"] };

/** Takes the elements of a list, in order, each with its number in the file. */
export type TakeElements = (list: ListName, elements: readonly Element[]) => Promise<void>;
export type Element = { position: number; value: unknown };

/**
 * Reads a file from its beginning to its end, hands on every element that is as its schema says, and gives the single
 * values. What is wrong is added to `problems`; after a problem nothing more is handed on. Null when there was any.
 */
export async function readTransfer(file: string, problems: Problems, take: TakeElements): Promise<Singles | null> {
  const head = new Head(problems);
  const reader = new MemberReader(isList);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
      for (const { list, elements } of head.sorted(reader.read(chunk))) {
        if (problems.total === 0) await take(list, elements);
      }
      if (head.isForeign) return null;
    }
    reader.end();
    return head.finished();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.add("the file", error.message);
    return null;
  }
}

/** What has been seen of a file so far. */
class Head {
  /** Whether it is another program's or a newer version's: the rest says nothing then. */
  isForeign = false;
  private readonly seen = new Set<string>();
  private readonly singles: Partial<Record<SingleName, unknown>> = {};

  constructor(private readonly problems: Problems) {}

  /** The elements among what was found, list by list. */
  sorted(found: readonly Found[]): { list: ListName; elements: Element[] }[] {
    const sorted: { list: ListName; elements: Element[] }[] = [];
    for (const { name, index, value } of found) {
      if (index === null) this.member(name, value);
      else if (isList(name)) {
        const parsed = this.parse(`${name}[${index}]`, LISTS[name], value);
        if (!parsed) continue;
        if (sorted.at(-1)?.list !== name) sorted.push({ list: name, elements: [] });
        sorted.at(-1)?.elements.push({ position: index, value: parsed.value });
      }
      if (this.isForeign) break;
    }
    return sorted;
  }

  finished(): Singles | null {
    for (const name of ["format", "version", ...Object.keys(SINGLES), ...Object.keys(LISTS)]) {
      if (!this.seen.has(name)) this.problems.add(name, "is missing");
    }
    return this.problems.total === 0 ? asSingles(this.singles) : null;
  }

  private member(name: string, value: unknown): void {
    if (this.seen.has(name)) this.problems.add(name, "stands twice");
    this.seen.add(name);
    if (name === "format" && value !== "debrief") this.refuse(name, NOT_OURS);
    else if (name === "version" && value !== VERSION) this.refuse(name, this.olderOrNewer(value));
    else if (isSingle(name)) this.singles[name] = this.parse(name, SINGLES[name], value)?.value;
    else if (isList(name) && value !== undefined) this.problems.add(name, "must be a list");
    else if (!isList(name) && name !== "format" && name !== "version") {
      if (this.seen.has("format")) this.problems.add(name, "is not known to Debrief");
      else this.refuse("format", NOT_OURS);
    }
  }

  private refuse(path: string, message: string): void {
    this.problems.add(path, message);
    this.isForeign = true;
  }

  private olderOrNewer(version: unknown): string {
    return typeof version === "number" && Number.isInteger(version) && version > VERSION
      ? `This file was written by a newer Debrief (version ${version}). Update this installation, then bring it in.`
      : `must be ${VERSION}`;
  }

  private parse(path: string, schema: (typeof LISTS)[ListName] | (typeof SINGLES)[SingleName], value: unknown) {
    const parsed = schema.safeParse(value, { error: sayIssue });
    if (!parsed.success) this.problems.addIssues(path, parsed.error.issues);
    return parsed.success ? { value: parsed.data } : null;
  }
}

function isList(name: string): name is ListName {
  return Object.hasOwn(LISTS, name);
}

function isSingle(name: string): name is SingleName {
  return Object.hasOwn(SINGLES, name);
}

function asSingles({ about, conference, round, radar }: Partial<Record<SingleName, unknown>>): Singles {
  return {
    about: SINGLES.about.parse(about),
    conference: SINGLES.conference.parse(conference),
    round: SINGLES.round.parse(round),
    radar: SINGLES.radar.parse(radar),
  };
}
