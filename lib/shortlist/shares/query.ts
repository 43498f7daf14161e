import { ok, refuse, type Result } from "@/lib/errors/problem";

import { formatOf, sharedFiles } from "../export/formats";
import type { ShareKind } from "../export/types";
import { parseShortlistFilter, shortlistQuery } from "../filter";

/**
 * What a link of a kind asks of every one of its files, as it is stored: the filter as far as it is understood, and the
 * formats' options, which each format of the kind has to take. What one of them does not take is refused with its sentence.
 */
export function storedQuery(kind: ShareKind, asked: URLSearchParams): Result<string> {
  const stored = new URLSearchParams(shortlistQuery(parseShortlistFilter(asked)));
  for (const [name, value] of asked) if (!FILTERS.has(name)) stored.append(name, value);
  for (const file of sharedFiles(kind)) {
    const writer = formatOf(file)?.writer(stored);
    if (writer && !writer.ok) return refuse("invalid", `${file}: ${writer.problem.message}`);
  }
  return ok(stored.toString());
}

const FILTERS = new Set(["owner", "quarter", "service"]);
