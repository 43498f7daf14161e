"use client";

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

type Props = {
  /** What the button says to assistive technology, when its content does not. */
  label?: string;
  button: ReactNode;
  buttonClass: string;
  /** At which edge of the button the panel hangs. */
  align: "left" | "right";
  /** On a phone the panel comes up from the bottom edge, over a darkened page; a touch of that closes it. */
  isSheet?: boolean;
  children: ReactNode;
};

/**
 * A button that opens a panel of links and forms. A `details` element, so that it opens before JavaScript arrives and
 * without it; what JavaScript adds is closing by Escape, by a click elsewhere, and by leaving it with Tab.
 */
export function Menu({ label, button, buttonClass, align, isSheet = false, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(details), []);
  return (
    <details
      ref={details}
      className={isSheet ? "group relative" : "relative"}
      onKeyDown={moveInside}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary aria-label={label} className={isSheet ? `${buttonClass} ${SCRIM}` : buttonClass}>
        {button}
      </summary>
      <div
        className={`absolute top-full z-30 mt-1 min-w-56 rounded-lg border border-line-strong bg-surface p-1 shadow-3 ${
          align === "right" ? "right-0" : "left-0"
        } ${isSheet ? SHEET : ""}`}
        onClick={({ target }) => {
          // A link leads on without a new document, so the panel would stay open over the next page.
          if (target instanceof Element && target.closest("a") && details.current) details.current.open = false;
        }}
      >
        {children}
      </div>
    </details>
  );
}

/** Arrows, Home and End go through the panel as Tab does, and down from the button into it. */
function moveInside(event: KeyboardEvent<HTMLDetailsElement>): void {
  const { currentTarget, target, key } = event;
  const step = STEPS.get(key);
  if (step === undefined || !currentTarget.open || target instanceof HTMLInputElement) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>("a[href], button:not(:disabled)")];
  const at = items.findIndex((item) => item === target);
  const next = Number.isFinite(step) ? items[Math.max(0, at + step)] : items.at(step < 0 ? 0 : -1);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const STEPS = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
  ["Home", -Infinity],
  ["End", Infinity],
]);

// The button itself spans the page behind its sheet, so that touching there closes it before JavaScript arrives, too.
const SCRIM =
  "max-sm:group-open:before:fixed max-sm:group-open:before:inset-0 max-sm:group-open:before:z-30 max-sm:group-open:before:bg-scrim max-sm:group-open:before:content-['']";

const SHEET =
  "max-sm:fixed max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:mt-0 max-sm:max-h-[80dvh] max-sm:overflow-y-auto max-sm:overscroll-contain max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 max-sm:p-2";

function closeFromOutside(details: { current: HTMLDetailsElement | null }): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      const open = details.current;
      if (open?.open && target instanceof Node && !open.contains(target)) open.open = false;
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    ({ key }) => {
      const open = details.current;
      if (key !== "Escape" || !open?.open) return;
      open.open = false;
      open.querySelector("summary")?.focus();
    },
    { signal },
  );
  return () => listening.abort();
}
