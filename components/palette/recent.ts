import type { PaletteEntry } from "./types";

const KEY = "debrief.recent";

/** What fits above the fold of the palette. */
const KEPT = 6;

/** A team has few long titles; more than this was not written by us. */
const MAX_LENGTH = 300;

type Place = { href: string; label: string; detail?: string };

/** Whose places, in which team: nobody who signs in after somebody is shown where they have been. */
type Whose = { email: string; team: string };

/** The places somebody went to from the palette, the last one first. A browser that keeps nothing has none. */
export function recentPlaces(whose: Whose): PaletteEntry[] {
  return stored(whose).map(({ href, label, detail }) => ({
    id: `recent-${href}`,
    group: "Recent",
    label,
    ...(detail && { detail }),
    deed: { kind: "go", href },
  }));
}

/** Puts a place in front; an entry that does something else leaves no trace. */
export function rememberPlace(whose: Whose, { group, label, detail, deed }: PaletteEntry): void {
  if (deed.kind !== "go" || group === "Actions") return;
  const place = { href: deed.href, label, ...(detail && group !== "Conferences" && { detail }) };
  const places = [place, ...stored(whose).filter(({ href }) => href !== deed.href)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...whose, places }));
  } catch {
    // Full, or switched off: then nothing is recent.
  }
}

function stored({ email, team }: Whose): Place[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!isRecord(kept) || kept.email !== email || kept.team !== team || !Array.isArray(kept.places)) return [];
    return kept.places.filter(isPlace).slice(0, KEPT);
  } catch {
    return [];
  }
}

/** Anything could have been written there: only paths of ours are led to. */
function isPlace(value: unknown): value is Place {
  if (!isRecord(value)) return false;
  const { href, label, detail = "" } = value;
  return isShort(href) && /^\/(?![/\\])/.test(href) && isShort(label) && label !== "" && isShort(detail);
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_LENGTH;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
