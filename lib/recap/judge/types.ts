import type { Document } from "../document";
import type { Vendor } from "../services/gazetteer";

/** What was noticed about a proposal: signs by name, mostly 1, some a measure from 0 to a few. */
export type Signs = Map<string, number>;

/** What the whole post is like, as far as it bears on each of its proposals. */
export type Post = {
  document: Document;
  vendor: Vendor | null;
  isOfConference: boolean;
  /** The year of the conference, else of the post; null when neither is known. */
  year: number | null;
  /** Words of news per thousand words, 0 to 30. */
  newsiness: number;
  /** What the post's title promises: news or a review of an event, or a lesson; null when it says neither. */
  promise: "news" | "lesson" | null;
  /** The title names the conference. */
  isTitledConference: boolean;
};

/** Notes a sign that is there or not. */
export function note(signs: Signs, name: string, isThere: boolean): void {
  if (isThere) signs.set(name, 1);
}
