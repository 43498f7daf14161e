/** Where the palette was opened, as far as it matters for what is offered. */
export type Here = {
  path: string;
  /** Slug of the conference the page is of. */
  conference: string | null;
  /** Whether the page has keys of its own, which `?` shows. */
  hasKeys: boolean;
};

const IN_CONFERENCE = /^\/teams\/[^/]+\/conferences\/([^/]+)(?:\/([^/]+))?$/;

/** A page whose keys `?` shows: the board, triage, an import under review. */
const WITH_KEYS = /^\/(teams\/[^/]+\/conferences\/[^/]+(\/triage)?|imports\/[0-9a-f-]{36})$/;

/** Reads an address, without its query. */
export function hereOf(path: string): Here {
  const [, conference] = IN_CONFERENCE.exec(path) ?? [];
  return { path, conference: conference ?? null, hasKeys: WITH_KEYS.test(path) };
}
