"use client";

import { useEffect, useState } from "react";

import type { BoardFacets } from "@/lib/catalogue/board/types";

/** The counts of the facets: those of the page, or, where the conference is large, those it asks for once it is shown. */
export function useFacets(counted: BoardFacets | null, href: string): BoardFacets | null {
  const [asked, setAsked] = useState<{ href: string; facets: BoardFacets } | null>(null);
  useEffect(() => {
    if (counted) return;
    const listening = new AbortController();
    void ask(href, listening.signal).then((facets) => facets && setAsked({ href, facets }));
    return () => listening.abort();
  }, [counted, href]);
  return counted ?? (asked?.href === href ? asked.facets : null);
}

/** Without an answer the facets stand without counts, and work all the same. */
async function ask(href: string, signal: AbortSignal): Promise<BoardFacets | null> {
  try {
    const response = await fetch(href, { headers: { Accept: "application/json" }, signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
