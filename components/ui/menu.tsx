"use client";

import { useEffect, useRef, type ReactNode } from "react";

type Props = {
  /** What the button says to assistive technology, when its content does not. */
  label?: string;
  button: ReactNode;
  buttonClass: string;
  /** At which edge of the button the panel hangs. */
  align: "left" | "right";
  children: ReactNode;
};

/**
 * A button that opens a panel of links and forms. A `details` element, so that it opens before JavaScript arrives and
 * without it; what JavaScript adds is closing by Escape, by a click elsewhere, and by leaving it with Tab.
 */
export function Menu({ label, button, buttonClass, align, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(details), []);
  return (
    <details
      ref={details}
      className="relative"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary aria-label={label} className={buttonClass}>
        {button}
      </summary>
      <div
        className={`absolute top-full z-30 mt-1 min-w-56 rounded-lg border border-line-strong bg-surface p-1 shadow-3 ${
          align === "right" ? "right-0" : "left-0"
        }`}
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
