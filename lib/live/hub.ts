import "server-only";

import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { readAccess } from "./access";
import { readRoundsClosed } from "./conferences";
import { Listener } from "./listener";
import type { Message } from "./messages";
import { Room } from "./room";
import { Stream } from "./stream";

const SECOND = 1000;
/** How often a stream shows that it lives; proxies cut what is silent for thirty seconds. */
const BEAT = 20 * SECOND;
/** Every so many beats it is asked whether everybody may still listen. */
const BEATS_TO_ASK = 3;
/** A stream ends after so long, give or take a fifth, so that the browser comes again with the cookie it has by then. */
const LIFE = 600 * SECOND;
/** How long a new stream waits for the database to be listened to. */
const PATIENCE = 2 * SECOND;

export const STREAMS = 2000;
export const STREAMS_OF_PERSON = 20;

/** What a process tells its open pages: one connection that listens, and a room for each team that has pages open. */
export class Hub {
  private readonly rooms = new Map<string, Room>();
  private readonly streamsOf = new Map<string, number>();
  private readonly listener: Listener;
  private readonly timer: NodeJS.Timeout;
  private streams = 0;
  private beats = 0;
  /** Up to when rounds whose time ran out were told, in ms of the database's clock. */
  private closedUntil = 0;
  private isClosed = false;

  /** `url` is where the database is, past any pooler; what happens is gathered for `gather` ms before it is told. */
  constructor(
    url: string,
    private readonly gather = 80,
  ) {
    this.listener = new Listener(url, {
      onMessage: (message) => this.hear(message),
      onGap: (since) => this.rooms.forEach((room) => room.gap(since)),
    });
    this.timer = setInterval(() => void this.beat(), BEAT).unref();
  }

  /**
   * Opens a stream of what changes in the viewer's team, beginning with what changed `since` then, a moment of the
   * database's clock in ms. Refuses when there are too many streams already.
   */
  async open(viewer: TeamViewer, since: number | null): Promise<Result<Stream>> {
    const permitted = permit(viewer, "team.read");
    if (!permitted.ok) return permitted;
    if (this.isClosed || this.streams >= STREAMS) return refuse("rate-limited", FULL, { retryAfter: 60 });
    if (this.of(viewer) >= STREAMS_OF_PERSON) return refuse("rate-limited", TOO_MANY, { retryAfter: 60 });
    const stream = this.count(viewer);
    await this.listener.ready(PATIENCE);
    const version = (await this.access(viewer, stream)).get(viewer.personId);
    if (version === undefined) {
      stream.end();
      return refuseNotFound("team");
    }
    this.room(viewer.teamId).join(stream, version, since);
    return ok(stream);
  }

  /** Ends every stream, so that the process can end; browsers come again. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    for (const room of this.rooms.values()) room.close();
    await this.listener.stop();
  }

  private hear(message: Message): void {
    if (message.kind === "changed") this.rooms.get(message.team)?.changed(message.of, message.counted);
    if (message.kind === "many") this.rooms.get(message.team)?.many();
    if (message.kind === "round") this.rooms.get(message.team)?.conference(message.conference);
    if (message.kind === "members") this.rooms.get(message.team)?.askAccess();
    if (message.kind === "announced") this.rooms.forEach((room) => room.conference(message.conference));
    if (message.kind === "person" && this.streamsOf.has(message.person)) this.rooms.forEach((room) => room.askAccess());
  }

  /** Shows everybody a sign of life, and tells what time alone brings about. Called by the clock. */
  async beat(): Promise<void> {
    this.beats += 1;
    for (const room of this.rooms.values()) {
      room.beat();
      if (this.beats % BEATS_TO_ASK === 0) room.askAccess();
    }
    const [from, until] = [this.closedUntil || this.listener.now() - BEAT, this.listener.now()];
    if (this.rooms.size === 0 || until <= from) return;
    try {
      const closed = await readRoundsClosed([...this.rooms.keys()], from, until);
      this.closedUntil = until;
      for (const { teamId, conferenceId } of closed) this.rooms.get(teamId)?.conference(conferenceId);
    } catch (error) {
      console.error("Rounds that closed could not be told:", error);
    }
  }

  /** Counted before anything is waited for, so that many at once are not more than there may be. */
  private count({ teamId, personId }: TeamViewer): Stream {
    this.streams += 1;
    this.streamsOf.set(personId, (this.streamsOf.get(personId) ?? 0) + 1);
    const life = setTimeout(() => counted.end(), LIFE * (0.8 + 0.4 * Math.random())).unref();
    const counted = new Stream(personId, (stream) => {
      clearTimeout(life);
      this.streams -= 1;
      const left = (this.streamsOf.get(personId) ?? 1) - 1;
      if (left > 0) this.streamsOf.set(personId, left);
      else this.streamsOf.delete(personId);
      this.forget(teamId, stream);
    });
    return counted;
  }

  private of({ personId }: TeamViewer): number {
    return this.streamsOf.get(personId) ?? 0;
  }

  private async access({ teamId, personId }: TeamViewer, stream: Stream): Promise<Map<string, number>> {
    try {
      return await readAccess(teamId, [personId]);
    } catch (error) {
      stream.end();
      throw error;
    }
  }

  private room(teamId: string): Room {
    const room = this.rooms.get(teamId) ?? new Room(teamId, () => this.listener.now(), this.gather);
    this.rooms.set(teamId, room);
    return room;
  }

  private forget(teamId: string, stream: Stream): void {
    const room = this.rooms.get(teamId);
    room?.leave(stream);
    if (room?.size === 0) this.rooms.delete(teamId);
  }
}

const FULL = "Too many pages are open at once. This one works without news; reload it to see what others did.";
const TOO_MANY = "You have too many pages open at once. This one works without news; close some of the others.";
