/**
 * Sends what is wanted for a key one request at a time. What is wanted while a request is under way waits, joined into
 * one by `join`, so that answers never arrive out of order and only the last wish is sent. The promise gives the answer
 * of the request that carried the wish.
 */
export function latestWins<Wish, Answer>(
  send: (key: string, wish: Wish) => Promise<Answer>,
  join: (earlier: Wish, later: Wish) => Wish,
): (key: string, wish: Wish) => Promise<Answer> {
  const running = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, { wish: Wish; answer: Promise<Answer> }>();

  return (key, wish) => {
    const queued = waiting.get(key);
    if (queued) {
      queued.wish = join(queued.wish, wish);
      return queued.answer;
    }
    const before = running.get(key);
    if (!before) return start(key, wish);
    const answer = before.then(() => {
      const last = waiting.get(key)?.wish ?? wish;
      waiting.delete(key);
      return start(key, last);
    });
    waiting.set(key, { wish, answer });
    return answer;
  };

  function start(key: string, wish: Wish): Promise<Answer> {
    const answer = send(key, wish);
    const settled = answer
      .catch(() => undefined)
      .then(() => {
        if (running.get(key) === settled) running.delete(key);
      });
    running.set(key, settled);
    return answer;
  }
}
