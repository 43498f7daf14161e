import { boardQuery, WHOLE_BOARD, type BoardFilter } from "@/lib/catalogue/board/filter";
import { planQuery, type MeetingPlan } from "@/lib/voting/agenda/plan";
import { triageQuery, WHOLE_TRIAGE, type TriageWay } from "@/lib/voting/triage/ask";

export type BoardPath = ReturnType<typeof boardPath>;
export type AnnouncementPath = ReturnType<typeof announcementPath>;
export type AgendaPath = ReturnType<typeof agendaPath>;
export type TriagePath = ReturnType<typeof triagePath>;
export type ShortlistPath = ReturnType<typeof shortlistPath>;
export type GithubPath = ReturnType<typeof githubPath>;

/** The board of a conference; a filter goes into its query. */
export function boardPath(teamSlug: string, conferenceSlug: string, filter: Partial<BoardFilter> = {}) {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}` as const;
  const query = boardQuery({ ...WHOLE_BOARD, ...filter });
  return query ? (`${path}?${query}` as const) : path;
}

/** One announcement at a time; `at` is the slug of the one to begin with, `way` the order they come in. */
export function triagePath(teamSlug: string, conferenceSlug: string, at?: string | null, way: Partial<TriageWay> = {}) {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/triage` as const;
  const query = triageQuery({ ...WHOLE_TRIAGE, ...way, at: at ?? null });
  return query ? (`${path}?${query}` as const) : path;
}

/** What the team is split on; `after` is the cursor of a page. */
export function agendaPath(teamSlug: string, conferenceSlug: string, after?: string | null) {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/agenda` as const;
  return after ? (`${path}?after=${after}` as const) : path;
}

/** The agenda on a shared screen; where the meeting stands goes into the query. */
export function meetingPath(teamSlug: string, conferenceSlug: string, plan?: MeetingPlan) {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/agenda/meeting` as const;
  return plan ? (`${path}?${planQuery(plan)}` as const) : path;
}

/** How a team goes through a conference: until when, and whether marks are hidden. */
export function roundPath(teamSlug: string, conferenceSlug: string) {
  return `/teams/${teamSlug}/conferences/${conferenceSlug}/round` as const;
}

/** What a team leans or decided to adopt of a conference; filter and length of its lists go into its query. */
export function shortlistPath(teamSlug: string, conferenceSlug: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/shortlist` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** The shortlist as a document of paper; its filter goes into the query. */
export function printPath(teamSlug: string, conferenceSlug: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/shortlist/print` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** What a team decided to adopt, as issues for GitHub; leads open them there. A filter goes into the query. */
export function githubPath(teamSlug: string, conferenceSlug: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/shortlist/github` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** What became of what a team adopted of two conferences; `other` is the slug of the second. */
export function comparePath(teamSlug: string, conferenceSlug: string, other?: string) {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/shortlist/compare` as const;
  return other === undefined ? path : (`${path}?with=${other}` as const);
}

/** A file of a conference; filter and options of the format go into its query. */
export function exportPath(teamSlug: string, conferenceSlug: string, file: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/export/${file}` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** Where leads make links to a conference for people outside, and end them; a kind and a filter go into the query. */
export function sharesPath(teamSlug: string, conferenceSlug: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/shares` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** Where everything with a ring stands. */
export function radarPath(teamSlug: string, conferenceSlug: string) {
  return `/teams/${teamSlug}/conferences/${conferenceSlug}/radar` as const;
}

/** Where a lead names the quadrants of the team's radar and says what goes where; leads back to the conference's. */
export function quadrantsPath(teamSlug: string, conferenceSlug: string) {
  return `/teams/${teamSlug}/conferences/${conferenceSlug}/radar/quadrants` as const;
}

/** The page of one announcement in a team. */
export function announcementPath(teamSlug: string, slug: string) {
  return `/teams/${teamSlug}/announcements/${slug}` as const;
}

/** Where a lead finds what an announcement should be merged with; with `twin`, what merging the two would do. */
export function mergePath(teamSlug: string, slug: string, twin?: string) {
  const path = `/teams/${teamSlug}/announcements/${slug}/merge` as const;
  return twin === undefined ? path : (`${path}?with=${twin}` as const);
}

/** What a radar's files for other tools will hold, and how ours is mapped to theirs; tool and mapping go into the query. */
export function radarExportPath(teamSlug: string, conferenceSlug: string, query = "") {
  const path = `/teams/${teamSlug}/conferences/${conferenceSlug}/radar/export` as const;
  return query ? (`${path}?${query}` as const) : path;
}

/** Where a lead brings in a file that another Debrief wrote. */
export function transferPath(teamSlug: string) {
  return `/teams/${teamSlug}/transfer` as const;
}
