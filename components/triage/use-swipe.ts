"use client";

import { useRef, useState, type PointerEvent, type RefObject } from "react";

import type { Choice } from "@/lib/voting/types";

import { isSwiped, swipeChoice, type Drag } from "./swipe";

type Hint = { choice: Choice; isFar: boolean };

type Started = { id: number; x: number; y: number; at: number; canGoUp: boolean };

/** Browsers go back and forward from the edges of the screen. */
const EDGE = 20;

/**
 * Swipes of a finger: on the card right and left, while up and down scroll; on the bar of marks below it, where nothing
 * scrolls, up as well. What letting go would do shows all the while; `mark` null takes none.
 */
export function useSwipe(article: RefObject<HTMLElement | null>, mark: ((choice: Choice) => void) | null) {
  const started = useRef<Started | null>(null);
  const [hint, setHint] = useState<Hint | null>(null);

  function begin(event: PointerEvent, canGoUp: boolean) {
    const { pointerType, isPrimary, pointerId: id, clientX: x, clientY: y, target } = event;
    const isWriting = target instanceof Element && target.closest("textarea");
    if (!mark || pointerType === "mouse" || !isPrimary || isWriting || x < EDGE || x > innerWidth - EDGE) return;
    // The bar of marks is in the card: its own start stands.
    if (started.current?.id === id) return;
    started.current = { id, x, y, at: event.timeStamp, canGoUp };
  }

  function move(event: PointerEvent) {
    const start = started.current;
    if (start?.id !== event.pointerId) return;
    const drag = dragOf(start, event);
    const choice = swipeChoice(drag, start.canGoUp);
    const isFar = isSwiped(drag, start.canGoUp);
    if (hint?.choice !== choice || hint?.isFar !== isFar) setHint(choice && { choice, isFar });
    article.current?.style.setProperty("--drag", choice && choice !== "investigate" ? `${drag.x}px` : "0px");
  }

  function end(event: PointerEvent) {
    const start = started.current;
    if (start?.id !== event.pointerId) return;
    const drag = dragOf(start, event);
    const choice = isSwiped(drag, start.canGoUp) ? swipeChoice(drag, start.canGoUp) : null;
    cancel();
    if (choice && event.type === "pointerup") mark?.(choice);
  }

  function cancel() {
    started.current = null;
    setHint(null);
    article.current?.style.removeProperty("--drag");
  }

  const follow = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };
  return {
    hint,
    onCard: { ...follow, onPointerDown: (event: PointerEvent) => begin(event, false) },
    onMarks: { onPointerDown: (event: PointerEvent) => begin(event, true) },
  };
}

function dragOf({ x, y, at }: Started, event: PointerEvent): Drag {
  return { x: event.clientX - x, y: event.clientY - y, ms: event.timeStamp - at };
}
