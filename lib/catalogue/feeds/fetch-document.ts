import "server-only";

import { ok, refuse, type Problem, type Result } from "@/lib/errors/problem";
import { outboundFetch } from "@/lib/outbound/fetch";

import { readDocument, type FeedDocument } from "./document";

/** What an address answered, and by what it can be asked whether anything has changed since. */
export type Fetched = { document: FeedDocument; url: string; etag: string | null; lastModified: string | null };

type Validators = { etag: string | null; lastModified: string | null };

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";
/** Longer ones are no validators; they are sent with every request. */
const MAX_VALIDATOR = 500;

/** Reads a feed, or says that it is unchanged. A page in its place is refused. */
export async function fetchDocument(url: string, known: Validators): Promise<Result<Fetched | "unchanged">> {
  const answer = await outboundFetch(url, { headers: { accept: ACCEPT, ...conditions(known) } });
  if (!answer.ok) return answer;
  const { status, bytes, headers, url: final } = answer.value;
  if (status === 304) return ok("unchanged");
  const found = readDocument(bytes, final, new Date());
  if (!found.ok) return found;
  if (found.value.kind === "page")
    return refuse("invalid", `There is a page at this address, no feed. Its feed is ${found.value.feedUrl}.`);
  const { document } = found.value;
  return ok({ document, url, etag: validator(headers.etag), lastModified: validator(headers["last-modified"]) });
}

/** Reads the feed at an address, or the one that the page there names. */
export async function findFeedAt(address: string): Promise<Result<Fetched & { isFromPage: boolean }>> {
  const answer = await outboundFetch(address, { headers: { accept: ACCEPT } });
  if (!answer.ok) return onAddress(answer.problem);
  const found = readDocument(answer.value.bytes, answer.value.url, new Date());
  if (!found.ok) return onAddress(found.problem);
  if (found.value.kind === "page") {
    const inner = await fetchDocument(found.value.feedUrl, { etag: null, lastModified: null });
    if (!inner.ok)
      return onAddress({
        ...inner.problem,
        message: `The page names ${found.value.feedUrl}. ${inner.problem.message}`,
      });
    if (inner.value === "unchanged")
      return onAddress({ kind: "invalid", message: "The address answers 304 without being asked. Check it." });
    return ok({ ...inner.value, isFromPage: true });
  }
  const { headers } = answer.value;
  return ok({
    document: found.value.document,
    url: new URL(address.trim()).href,
    etag: validator(headers.etag),
    lastModified: validator(headers["last-modified"]),
    isFromPage: false,
  });
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { "if-none-match": etag }),
    ...(lastModified !== null && { "if-modified-since": lastModified }),
  };
}

function validator(value: string | undefined): string | null {
  return value !== undefined && value !== "" && value.length <= MAX_VALIDATOR ? value : null;
}

function onAddress({ kind, message, retryAfter }: Problem): Result<never> {
  return refuse(kind, message, { fields: { url: message }, ...(retryAfter !== undefined && { retryAfter }) });
}
