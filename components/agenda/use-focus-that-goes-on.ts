"use client";

import { useEffect, useRef, type RefObject } from "react";

type Standing = {
  /** When it was settled; null while it is open. */
  settledAt: string | null;
  /** Whether what was sent was refused: then the focus stays to read why. */
  isRefused: boolean;
};

const FIRST_CHOICE = ".settling > form input[type=radio]";

/**
 * The form that has the focus goes when its item is settled. The focus then goes on to the next item of the list that is
 * open, or stays with what was decided when there is none; and it comes back to the form when that is reopened.
 */
export function useFocusThatGoesOn(around: RefObject<HTMLElement | null>, { settledAt, isRefused }: Standing): void {
  const before = useRef(settledAt);
  useEffect(() => {
    const was = before.current;
    before.current = settledAt;
    // A focus that is somewhere else is with somebody who is busy there.
    if (was === settledAt || document.activeElement !== document.body) return;
    const here = around.current;
    const own =
      (isRefused && here?.querySelector<HTMLElement>("[aria-invalid=true]")) ||
      here?.querySelector<HTMLElement>(isRefused ? "input[name=reason]" : "input[type=radio]");
    const goal = settledAt === null || isRefused ? own : nextOpen(here);
    (goal ?? here)?.focus();
  }, [around, settledAt, isRefused]);
}

function nextOpen(here: HTMLElement | null): HTMLElement | null {
  for (let item = here?.closest("li")?.nextElementSibling; item; item = item.nextElementSibling) {
    const found = item.querySelector<HTMLElement>(FIRST_CHOICE);
    if (found) return found;
  }
  return null;
}
