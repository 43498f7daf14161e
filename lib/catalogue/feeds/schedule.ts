const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** News of a conference may be an hour old; a vendor's server is not to be asked more often for it. */
export const INTERVAL = HOUR;
/** However long an address has failed, it is tried once a day: servers come back. */
export const LONGEST = 24 * HOUR;

/**
 * When a feed is to be checked next: after an hour, after failures in a row twice as long for each and at most a day,
 * each up to a tenth sooner or later so that feeds subscribed together do not stay together; never before the server
 * there asks for it. `random` is from 0 to 1, `retryAfter` in seconds.
 */
export function nextCheck({
  failures,
  retryAfter,
  now,
  random,
}: {
  failures: number;
  retryAfter: number | null;
  now: Date;
  random: number;
}): Date {
  const wait = Math.min(INTERVAL * 2 ** Math.min(Math.max(failures - 1, 0), 10), LONGEST);
  const jittered = wait * (0.9 + 0.2 * random);
  return new Date(now.getTime() + Math.round(Math.max(jittered, (retryAfter ?? 0) * 1000)));
}
