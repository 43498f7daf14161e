import "server-only";

import pg from "pg";

import { CHANNEL, readMessage, type Message } from "./messages";

const SECOND = 1000;
const PING = 10 * SECOND;
const PATIENCE = 5 * SECOND;
const SLOWEST_RETRY = 10 * SECOND;
const FASTEST_RETRY = 100;

type Heard = {
  onMessage: (message: Message) => void;
  /** Messages may have been missed since this moment of the database's clock, in ms. */
  onGap: (since: number) => void;
};

/** A connection that listens to what the database tells, comes back when it breaks, and says when it was away. */
export class Listener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private isStopped = false;
  /** When the connection was last known to be there: by the database's clock and by ours. */
  private lastHeard: { at: number; here: number } | null = null;
  private readonly startedAt = performance.now();
  private waiting: (() => void)[] = [];

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
  ) {
    void this.connect();
  }

  /** Settles when it listens, or after `patience` ms. */
  async ready(patience: number): Promise<void> {
    if (this.client) return;
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      setTimeout(resolve, patience).unref();
    });
  }

  /** The database's clock, in ms; it stands still while nothing is heard, so that nobody believes to have heard all. */
  now(): number {
    if (!this.lastHeard) return 0;
    const { at, here } = this.lastHeard;
    return at + Math.min(this.client ? performance.now() - here : 0, PING + PATIENCE);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
      application_name: "debrief live",
    });
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client.on("error", () => this.lose(client));
    client.on("end", () => this.lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      await this.begin(client);
    } catch (error) {
      if (this.failures === 0) console.error("Open pages are not told of changes until the database answers:", error);
      this.retry(client);
    }
  }

  private async begin(client: pg.Client): Promise<void> {
    const before = this.lastHeard?.at;
    await this.ask(client);
    if (this.isStopped) return client.end();
    this.client = client;
    this.failures = 0;
    this.plan(() => void this.ping(client), PING);
    this.heard.onGap(before ?? this.now() - (performance.now() - this.startedAt));
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** A connection that died without saying so is found by asking it. */
  private async ping(client: pg.Client): Promise<void> {
    try {
      await this.ask(client);
      if (this.client === client) this.plan(() => void this.ping(client), PING);
    } catch {
      this.lose(client);
    }
  }

  private async ask(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ at: Date }>("SELECT clock_timestamp() AS at");
    const [row] = rows;
    if (row) this.lastHeard = { at: row.at.getTime(), here: performance.now() };
  }

  private hear(payload: string): void {
    const message = readMessage(payload);
    if (message) this.heard.onMessage(message);
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.retry(client);
  }

  private retry(client: pg.Client): void {
    client.removeAllListeners("notification");
    void client.end().catch(() => undefined);
    if (this.isStopped) return;
    const wait = Math.min(SLOWEST_RETRY, FASTEST_RETRY * 2 ** this.failures) * (0.5 + Math.random());
    this.failures += 1;
    this.plan(() => void this.connect(), wait);
  }

  private plan(work: () => void, wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, wait);
    this.timer.unref();
  }
}
