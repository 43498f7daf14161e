import type { ReactNode } from "react";

/** A key of the keyboard. Beside a control that says by itself what it does it is decoration, and left out on a phone. */
export function Kbd({ children, isDecoration = false }: { children: ReactNode; isDecoration?: boolean }) {
  return (
    <kbd
      aria-hidden={isDecoration || undefined}
      className={`inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-xs bg-sunken px-[5px] py-px font-sans text-2xs font-medium text-ink-2 shadow-[inset_0_0_0_1px_var(--color-line-strong)] ${isDecoration ? "max-sm:hidden" : ""}`}
    >
      {children}
    </kbd>
  );
}
