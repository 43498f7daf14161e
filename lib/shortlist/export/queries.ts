import "server-only";

import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { parseShortlistFilter } from "../filter";
import { fileName } from "../formats/file-name";

import { formatOf } from "./formats";
import { openSource } from "./source";
import { bytesOf } from "./write";

/** A file on its way out. */
export type ExportedFile = {
  /** What it is called where it is saved, with its ending. */
  name: string;
  contentType: string;
  body: ReadableStream<Uint8Array>;
};

type Asked = { conference: string; file: string; query: URLSearchParams };

/**
 * A file of a conference, made while it is sent, the way the address asks: filter and options stand in the query. Refused to
 * whoever the format is not for, and where the query asks for what the format does not know.
 */
export async function exportFile(
  viewer: TeamViewer,
  { conference, file, query }: Asked,
): Promise<Result<ExportedFile>> {
  const permittedAtAll = permit(viewer, "team.read");
  if (!permittedAtAll.ok) return permittedAtAll;
  const format = formatOf(file);
  if (!format) return refuseNotFound("file");
  const permitted = permit(viewer, format.permission);
  if (!permitted.ok) return permitted;
  const writer = format.writer(query);
  if (!writer.ok) return writer;
  const filter = parseShortlistFilter(query);
  const source = await openSource(viewer, conference, { filter, shows: { people: true, notes: true } });
  if (!source) return refuseNotFound("conference");
  return ok({
    name: fileName(source.about, file),
    contentType: format.contentType,
    body: bytesOf(writer.value(source)),
  });
}
