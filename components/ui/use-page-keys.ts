"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Calls `act` with what `commandFor` makes of a key, wherever on the page the focus is; a key it makes nothing of, and one
 * that something else has taken, stays as it is.
 */
export function usePageKeys<Command>(
  commandFor: (event: KeyboardEvent, target: Element | null) => Command | null,
  act: (command: Command) => void,
): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commandFor(event, event.target instanceof Element ? event.target : null);
    if (!command) return;
    event.preventDefault();
    act(command);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
