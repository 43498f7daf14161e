"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from "react";

import type { BoardRow } from "@/lib/catalogue/board/types";

import { useBoard } from "./board-provider";
import type { BoardPlace } from "./board-state";
import type { BoardStore } from "./board-store";

/** Pages kept at once: three hundred rows, several screens to each side. */
const MAX_PAGES = 6;
/** Pages are fetched when they are this near to what is seen. */
const NEAR = "1600px 0px";

type Loaded = { rows: BoardRow[]; next: string | null };

/** Fetches the pages of a board as they come near, forgets those far away, and finds the place again after going back. */
export function useBoardPages(
  list: RefObject<HTMLElement | null>,
  rowsHref: string,
  isHeld: (ids: ReadonlySet<string>) => boolean,
): (page: number | "next") => Promise<boolean> {
  const [shape, store] = useBoard(
    (board) => board.pages.map(({ rows }) => (rows ? "x" : "-")).join("") + (board.next ?? ""),
  );
  const near = useRef(new Set<number>());
  const loading = useRef(new Set<number | "next">());

  async function load(page: number | "next"): Promise<boolean> {
    if (loading.current.has(page)) return false;
    const { pages, next } = store.snapshot();
    const after = page === "next" ? next : (pages[page]?.after ?? null);
    if (page === "next" ? !next : pages[page]?.rows !== null) return true;
    loading.current.add(page);
    const loaded = await fetchRows(rowsHref, after);
    loading.current.delete(page);
    if (!loaded) return false;
    if (page === "next") store.append(loaded);
    else store.comeBack(page, loaded.rows);
    return true;
  }

  const look = useEffectEvent((entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      const page = pageOf(target);
      if (isIntersecting) near.current.add(page);
      else near.current.delete(page);
      if (isIntersecting) void load(page < 0 ? "next" : page);
    }
    leaveFarPages(list.current, store, near.current, isHeld);
  });

  useEffect(() => {
    const observer = new IntersectionObserver(look, { rootMargin: NEAR });
    for (const part of list.current?.querySelectorAll("[data-page]") ?? []) observer.observe(part);
    return () => observer.disconnect();
  }, [shape, list]);

  useLayoutEffect(() => returnToPlace(store), [store]);
  useEffect(() => rememberPlace(store, list), [store, list]);
  return load;
}

/** What stands below the last page has number −1. */
function pageOf(part: Element): number {
  return Number(part.getAttribute("data-page"));
}

function leaveFarPages(
  list: HTMLElement | null,
  store: BoardStore,
  near: ReadonlySet<number>,
  isHeld: (ids: ReadonlySet<string>) => boolean,
) {
  const { pages } = store.snapshot();
  let surplus = pages.filter(({ rows }) => rows).length - MAX_PAGES;
  const heights = new Map<number, number>();
  for (const [n, { rows }] of pages.entries()) {
    if (surplus <= 0) break;
    const part = list?.querySelector(`[data-page="${n}"]`);
    if (!rows || !part || near.has(n) || part.contains(document.activeElement)) continue;
    if (isHeld(new Set(rows.map(({ id }) => id)))) continue;
    heights.set(n, part.getBoundingClientRect().height);
    surplus -= 1;
  }
  if (heights.size > 0) store.leave(heights);
}

type Kept = BoardPlace & { y: number };

/** The entry of the browser's history knows how far its list was loaded: going back to it starts there. */
function returnToPlace(store: BoardStore) {
  const kept: Kept | undefined = history.state?.board;
  if (!kept || kept.pages.length < 2) return;
  store.place(kept);
  scrollTo({ top: kept.y, behavior: "instant" });
}

function rememberPlace(store: BoardStore, list: RefObject<HTMLElement | null>): () => void {
  const remember = () => {
    const { pages, next } = store.snapshot();
    if (pages.length < 2 || !list.current) return;
    const places = pages.map(({ after, count, height, rows }, n) => {
      const drawn = rows && list.current?.querySelector(`[data-page="${n}"]`)?.getBoundingClientRect().height;
      return { after, count, height: drawn ?? height };
    });
    history.replaceState({ ...history.state, board: { pages: places, next, y: scrollY } satisfies Kept }, "");
  };
  // Where there is no scrollend, the place is remembered when the page is left by a link or for good.
  addEventListener("scrollend", remember);
  addEventListener("pagehide", remember);
  document.addEventListener("click", remember, true);
  return () => {
    removeEventListener("scrollend", remember);
    removeEventListener("pagehide", remember);
    document.removeEventListener("click", remember, true);
  };
}

async function fetchRows(href: string, after: string | null): Promise<Loaded | null> {
  const join = href.includes("?") ? "&" : "?";
  try {
    const response = await fetch(after === null ? href : `${href}${join}after=${after}`, {
      headers: { Accept: "application/json" },
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
