/*
 * What the clock on a wall shows, by zone. The rules of every zone, past and coming changes of clocks included, are those
 * that the runtime's Intl brings; nothing is kept here.
 */

const MINUTE = 60_000;

/** Every zone that can be chosen, by name, UTC first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")];
}

/**
 * An IANA name as it is stored: spelled as the runtime spells it, null for what names no zone. A name that the runtime
 * only knows as another's alias ("Asia/Kolkata" for "Asia/Calcutta") stays as it came; a bare offset is no zone, since it
 * would not follow the change of clocks.
 */
export function timeZoneOf(text: string): string | null {
  const name = text.trim();
  if (!/^[a-z_]+(\/[a-z0-9_+-]+)*$/i.test(name)) return null;
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    return null;
  }
}

/** What clocks in the zone show at a moment, written as if it were UTC: milliseconds since 1970, to the second. */
export function wallClock(at: number, zone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * Every moment, in order, at which clocks in the zone show `wall` (as `wallClock` writes it): mostly one; two when clocks
 * were put back over it; none when they were put forward over it.
 */
export function momentsAt(wall: number, zone: string): number[] {
  const offsets = new Set(AROUND.map((hours) => offsetAt(wall + hours * 60 * MINUTE, zone)));
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((at) => wallClock(at, zone) === wall)
    .toSorted((one, other) => one - other);
}

/** Where clocks in the zone were put forward over `wall`: what they showed last before, and first after. */
export function gapAround(wall: number, zone: string): { from: number; to: number } {
  const widest = 36 * 60 * MINUTE;
  let before = wall - widest;
  let after = wall + widest;
  // What clocks show only ever jumps over `wall` here, so the jump is found by halving.
  while (after - before > MINUTE) {
    const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
    if (wallClock(middle, zone) > wall) after = middle;
    else before = middle;
  }
  return { from: wallClock(before, zone) + MINUTE, to: wallClock(after, zone) };
}

/** A zone is at most 14 hours from UTC, and one that changed sides of the date line moved by a day. */
const AROUND = [-36, -24, -18, -12, -6, 0, 6, 12, 18, 24, 36];

function offsetAt(at: number, zone: string): number {
  return wallClock(at, zone) - Math.floor(at / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** More than there are zones; a name can be spelled in many ways. */
const CLOCKS = 600;

/** Kept, because making one costs a hundred times what using it does. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  if (clocks.size >= CLOCKS) clocks.clear();
  const made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", { ...PARTS, timeZone: zone });
  clocks.set(zone, made);
  return made;
}

const PARTS = {
  ...{ year: "numeric", month: "numeric", day: "numeric" },
  ...{ hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" },
} as const satisfies Intl.DateTimeFormatOptions;
