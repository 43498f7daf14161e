"use client";

import { createContext, type ReactNode } from "react";

/** Whose pages these are, and of which team: what is heard for one person never reaches another's page in a browser. */
export type LiveScopeOf = { team: string; person: string };

export const LiveContext = createContext<LiveScopeOf | null>(null);

/** Around the pages of a team, so that `useLive` knows whom it listens for. Draws nothing and loads nothing. */
export function LiveScope({ team, person, children }: LiveScopeOf & { children: ReactNode }) {
  return <LiveContext value={{ team, person }}>{children}</LiveContext>;
}
