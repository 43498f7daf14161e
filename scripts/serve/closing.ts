import { setTimeout as pause } from "node:timers/promises";

/** Closes something; when `force` is true, without waiting for anybody. */
type Closer = (force: boolean) => Promise<void> | void;

const FORCED_END = 5_000;

/**
 * What has been opened, closed in the reverse order by Ctrl-C, SIGTERM or SIGHUP, or when the process that started us
 * is gone. A second Ctrl-C does not wait.
 */
export class Closing {
  private readonly closers: Closer[] = [];
  private readonly interruption = new AbortController();
  private ending: Promise<void> | undefined;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.interrupt());
    }
    process.on("disconnect", () => this.interrupt());
  }

  add(closer: Closer): void {
    this.closers.push(closer);
  }

  /** Throws when somebody has asked us to stop, so that starting goes no further. */
  get signal(): AbortSignal {
    return this.interruption.signal;
  }

  /** Closes everything, once. */
  async close(force = false): Promise<void> {
    for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
      await closer(force);
    }
  }

  private interrupt(): void {
    this.interruption.abort();
    if (!this.ending) {
      this.ending = this.close().then(() => process.exit(0));
      return;
    }
    void Promise.race([this.close(true), pause(FORCED_END)]).then(() => process.exit(130));
  }
}
