import "server-only";

import { notFound, redirect } from "next/navigation";

import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";

import { currentSession, viewerInTeam, type Session } from "./session";
import type { TeamViewer } from "./types";

/** For pages: the session, or the way to sign in and come back to `here`. */
export async function requireSession(here: string): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  return session;
}

/** For pages of a team: the viewer; a team that is not there and one that is not theirs are both not found. */
export async function requireTeam(teamSlug: string, here = `/teams/${teamSlug}`): Promise<TeamViewer> {
  const session = await requireSession(here);
  return viewerInTeam(session, teamSlug) ?? notFound();
}

/** For actions and route handlers: the session as a result. */
export async function sessionResult(): Promise<Result<Session>> {
  const session = await currentSession();
  return session
    ? ok(session)
    : refuse("unauthenticated", "You are signed out. Sign in again and repeat what you did.");
}

/** For actions and route handlers of a team: the viewer as a result. */
export async function teamViewerResult(teamSlug: string): Promise<Result<TeamViewer>> {
  const session = await sessionResult();
  if (!session.ok) return session;
  const viewer = viewerInTeam(session.value, teamSlug);
  return viewer ? ok(viewer) : refuseNotFound("team");
}
