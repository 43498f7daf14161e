import { fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

export const debriefJsonFormat: ExportFormat = {
  file: "debrief.json",
  contentType: "application/json; charset=utf-8",
  permission: "shortlist.export",
  shared: null,
  writer: fixed(debriefJson),
};

/**
 * Everything of a team and a conference as one JSON object, to be brought into another installation. Source: our own format,
 * docs/transfer-format.md, version 1. One element a line, so that two files can be compared; a filter does not apply.
 */
export async function* debriefJson({ everything }: Pick<ExportSource, "everything">): AsyncGenerator<string> {
  yield `{\n"format": "debrief",\n"version": 1`;
  let open: string | null = null;
  let isFirst = true;
  for await (const piece of everything()) {
    const name = "list" in piece ? piece.list : piece.single;
    if (name !== open) {
      yield `${open === null ? "" : "\n]"},\n"${name}": ${"list" in piece ? "[" : piece.json}`;
      open = "list" in piece ? name : null;
      isFirst = true;
    }
    if ("list" in piece && piece.elements.length > 0) {
      yield `${isFirst ? "" : ","}\n${piece.elements.join(",\n")}`;
      isFirst = false;
    }
  }
  yield `${open === null ? "" : "\n]"}\n}\n`;
}
