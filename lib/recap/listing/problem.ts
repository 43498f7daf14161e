import { recogniseFormat } from "../format";

import { headerProblem } from "./csv";
import { readFeed } from "./feed";
import { jsonProblem } from "./json";

/**
 * The sentence for a list that cannot be read as one, because its header or its shape names no titles, with an example
 * of one that can; null when there is nothing to say.
 */
export function listProblem(text: string): string | null {
  switch (recogniseFormat(text)) {
    case "csv":
      return headerProblem(text);
    case "json":
      return readFeed(text) ? null : jsonProblem(text);
    default:
      return null;
  }
}
