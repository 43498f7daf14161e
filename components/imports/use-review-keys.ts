"use client";

import { useEffect, useEffectEvent } from "react";

export type ReviewKey = "accept" | "skip" | "title" | "match" | "next" | "previous" | "publish";

const KEYS: Partial<Record<string, ReviewKey>> = {
  a: "accept",
  x: "skip",
  t: "title",
  m: "match",
  j: "next",
  k: "previous",
};

/** Calls back for the keys of the review, unless the person is typing; Escape leaves a field, so that keys work again. */
export function useReviewKeys(onKey: (key: ReviewKey) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onKey("publish");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, select")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const key = KEYS[event.key];
    if (!key) return;
    event.preventDefault();
    onKey(key);
  });
  useEffect(() => {
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, []);
}
