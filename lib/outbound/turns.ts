/** Lets so many run at once, as many more wait in order, and turns away who comes after that. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  /** Runs it when it is its turn; null when too many wait already. */
  async take<T>(run: () => Promise<T>): Promise<T | null> {
    if (this.running >= this.limits.atOnce) {
      if (this.waiting.length >= this.limits.waiting) return null;
      // Who ends hands its place on, so that nobody can slip in between.
      await new Promise<void>((begin) => this.waiting.push(begin));
    } else {
      this.running += 1;
    }
    try {
      return await run();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
