import type { TeamViewer } from "@/lib/identity/types";
import { openSource } from "@/lib/shortlist/export/source";
import { WHOLE_SHORTLIST } from "@/lib/shortlist/filter";

/** Everything that files of a conference are made of, as the viewer may see it; null when there is no such conference. */
export async function everythingExported(viewer: TeamViewer, conferenceSlug: string) {
  const wanted = { filter: WHOLE_SHORTLIST, shows: { people: true, notes: true } };
  const source = await openSource(viewer, conferenceSlug, wanted);
  if (!source) return null;
  const { hidden } = source.about;
  const [shortlist, radar, decisions] = [source.shortlist(), source.radar(), source.decisions()];
  return { hidden, shortlist: await all(shortlist), radar: await all(radar), decisions: await all(decisions) };
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
