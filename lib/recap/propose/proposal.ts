import type { Mark } from "../document";
import type { Entry } from "../outline";
import type { Place } from "../types";

/**
 * The ways authors mark an announcement: a bold or linked name that leads a paragraph or an item, a heading of its
 * own, "Announcing X", a plain line of a list, a link or bold words within running text, the name of a service or
 * a name in capitals in it, and a link named by its address or the words beside it.
 */
export type Convention = "lead" | "heading" | "announcing" | "line" | "inline" | "prose" | "coined" | "address";

/** Something that may be an announcement, before it is weighed. */
export type Proposal = {
  convention: Convention;
  /** How a line is written: a name and its explanation, a name alone, or a sentence. */
  shape?: "named" | "short" | "sentence";
  entry: Entry;
  title: string;
  marks: readonly Mark[];
  /** What the author says right with the name: the rest of its line, sentence or item. */
  passage: string;
  /** Everything said about it, in order, the entry itself first. */
  body: readonly Entry[];
  place: Place;
};
