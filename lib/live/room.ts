import "server-only";

import { readAccess } from "./access";
import { addChange, MANY, readChangedSince, type Changes } from "./changes";
import { readConferences } from "./conferences";
import { isSameForAll, readStandings, standingsFor } from "./standings";
import { frameOf, type Stream } from "./stream";
import type { LiveEvent } from "./types";

/** When what could not be read is read again, in ms. */
const RETRY = 1000;

/** What is waiting to be told. */
type Pending = {
  changes: Changes;
  isMany: boolean;
  /** Conferences to tell anew: ids, or all of them. */
  conferences: Set<string> | "all";
  /** Whether somebody may no longer be in the team. */
  asksAccess: boolean;
  /** What happened since then may have been missed, in ms of the database's clock. */
  since: number | null;
};

/** The open pages of one team: what changed is gathered, read once, and told to each as far as they may know. */
export class Room {
  private readonly streams = new Map<Stream, number>();
  private pending = nothing();
  private timer: NodeJS.Timeout | undefined;
  /** Reads one after the other, so that nobody is told an older standing after a newer one. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly teamId: string,
    private readonly now: () => number,
    private readonly gather: number,
  ) {}

  get size(): number {
    return this.streams.size;
  }

  /** Adds a stream and, given the moment up to which it has heard all, tells it what it missed. */
  join(stream: Stream, sessionVersion: number, since: number | null): void {
    this.streams.set(stream, sessionVersion);
    if (since !== null) this.next(() => this.tellSince(stream, since));
  }

  leave(stream: Stream): void {
    this.streams.delete(stream);
  }

  changed(of: readonly (readonly [string, string | null])[], counted: boolean): void {
    for (const [id, person] of of) {
      addChange(this.pending.changes, id, { counted, people: new Set(person ? [person] : []) });
    }
    this.plan();
  }

  many(): void {
    this.pending.isMany = true;
    this.plan();
  }

  conference(id: string): void {
    if (this.pending.conferences !== "all") this.pending.conferences.add(id);
    this.plan();
  }

  askAccess(): void {
    this.pending.asksAccess = true;
    this.plan();
  }

  gap(since: number): void {
    this.pending.since = Math.min(since, this.pending.since ?? since);
    this.pending.asksAccess = true;
    this.pending.conferences = "all";
    this.plan();
  }

  beat(): void {
    for (const stream of this.streams.keys()) stream.beat(this.now());
  }

  close(): void {
    clearTimeout(this.timer);
    for (const stream of this.streams.keys()) stream.end();
  }

  private plan(wait = this.gather): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.next(() => this.tell());
    }, wait).unref();
  }

  private next(work: () => Promise<void>): void {
    this.turn = this.turn.then(work).catch((error: unknown) => {
      console.error("Open pages could not be told what changed:", error);
    });
  }

  private async tell(): Promise<void> {
    const { pending } = this;
    this.pending = nothing();
    try {
      await this.tellPending(pending);
    } catch {
      // What could not be read is read again: the listener has said by itself whether more was missed.
      this.keep(pending);
      this.plan(RETRY);
    }
  }

  private async tellPending({ changes, isMany, conferences, asksAccess, since }: Pending): Promise<void> {
    if (asksAccess) await this.refuse();
    if (this.streams.size === 0) return;
    const at = this.now();
    const missed = since === null ? null : await readChangedSince(this.teamId, since);
    for (const [id, change] of missed?.changes ?? []) addChange(changes, id, change);
    const heads = await this.readHeads(conferences);
    if (isMany || missed?.isMany || changes.size > MANY) {
      return this.tellAll(at, () => [{ kind: "reload" }, ...heads]);
    }
    const people = [...new Set([...this.streams.keys()].map(({ personId }) => personId))];
    if (changes.size === 0) return this.tellAll(at, () => heads);
    const standings = await readStandings(this.teamId, changes, people);
    const shared = isSameForAll(standings) ? standingsFor("", standings, changes) : null;
    this.tellAll(at, (personId) => {
      const own = shared && !standings.mine.has(personId) ? shared : standingsFor(personId, standings, changes);
      return [...own, ...heads];
    });
  }

  private async tellSince(stream: Stream, since: number): Promise<void> {
    const at = this.now();
    const [{ changes, isMany }, heads] = await Promise.all([
      readChangedSince(this.teamId, since),
      this.readHeads("all"),
    ]);
    const { personId } = stream;
    const standings = isMany
      ? [{ kind: "reload" } as const]
      : standingsFor(personId, await readStandings(this.teamId, changes, [personId]), changes);
    stream.send(at, frameOf(at, [...standings, ...heads]));
  }

  /** Ends the streams of who is no longer in the team, or was signed out everywhere. */
  private async refuse(): Promise<void> {
    const people = [...this.streams.keys()].map(({ personId }) => personId);
    const access = await readAccess(this.teamId, people);
    for (const [stream, version] of this.streams) if (access.get(stream.personId) !== version) stream.end();
  }

  private async readHeads(conferences: Pending["conferences"]): Promise<LiveEvent[]> {
    if (conferences === "all") return readConferences(this.teamId, null);
    return conferences.size === 0 ? [] : readConferences(this.teamId, [...conferences]);
  }

  /** Writes what several people are told in the same words once. */
  private tellAll(at: number, eventsFor: (personId: string) => LiveEvent[]): void {
    const frames = new Map<string, string | null>();
    for (const stream of this.streams.keys()) {
      let frame = frames.get(stream.personId);
      if (frame === undefined) {
        const events = eventsFor(stream.personId);
        frame = events.length > 0 ? frameOf(at, events) : null;
        frames.set(stream.personId, frame);
      }
      if (frame) stream.send(at, frame);
    }
  }

  private keep(earlier: Pending): void {
    const { pending } = this;
    for (const [id, change] of earlier.changes) addChange(pending.changes, id, change);
    pending.isMany ||= earlier.isMany;
    pending.asksAccess ||= earlier.asksAccess;
    if (earlier.since !== null) pending.since = Math.min(earlier.since, pending.since ?? earlier.since);
    if (earlier.conferences === "all") pending.conferences = "all";
    else for (const id of earlier.conferences) if (pending.conferences !== "all") pending.conferences.add(id);
  }
}

function nothing(): Pending {
  return { changes: new Map(), isMany: false, conferences: new Set(), asksAccess: false, since: null };
}
