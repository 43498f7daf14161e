import type { Mark } from "../document";
import type { Entry } from "../outline";
import type { Place } from "../types";

/**
 * The ways authors mark an announcement: a bold or linked name that leads a paragraph or an item, a heading of its
 * own, "Announcing X", a plain item of a list, and a link or bold words within running text.
 */
export type Convention = "lead" | "heading" | "announcing" | "item" | "inline";

/** Something that may be an announcement, before it is weighed. */
export type Proposal = {
  convention: Convention;
  entry: Entry;
  title: string;
  marks: readonly Mark[];
  /** What the author says right with the name: the rest of its line, sentence or item. */
  passage: string;
  /** Everything said about it, in order, the entry itself first. */
  body: readonly Entry[];
  place: Place;
};
