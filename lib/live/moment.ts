/**
 * A moment of the database's clock as it travels to pages and back, to whom it means nothing: milliseconds since 1970 in
 * base 36.
 */
export function writeMoment(at: number): string {
  return Math.floor(at).toString(36);
}

/** The moment in such a text, or null when it is none. */
export function readMoment(text: string | null | undefined): number | null {
  return text && /^[0-9a-z]{1,9}$/.test(text) ? Number.parseInt(text, 36) : null;
}

/** The moment from which a page that is drawn now has to be told what changed. Every catching up begins a minute earlier. */
export function momentOfPage(): string {
  return writeMoment(Date.now());
}
