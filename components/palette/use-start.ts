"use client";

import { useEffect, useState } from "react";

import type { PaletteStart } from "@/lib/catalogue/palette/types";

/** What the server says when the palette opens; null until it has, and when it does not. */
export function useStart(teamSlug: string | undefined, conference: string | null): PaletteStart | null {
  const [start, setStart] = useState<PaletteStart | null>(null);
  useEffect(() => {
    if (teamSlug === undefined) return;
    const leaving = new AbortController();
    void readStart(teamSlug, conference, leaving.signal).then((read) => read && setStart(read));
    return () => leaving.abort();
  }, [teamSlug, conference]);
  return start;
}

/** Without an answer the palette still offers what it knows by itself. */
async function readStart(
  teamSlug: string,
  conference: string | null,
  signal: AbortSignal,
): Promise<PaletteStart | null> {
  try {
    const response = await fetch(`/teams/${teamSlug}/palette${conference ? `?here=${conference}` : ""}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
