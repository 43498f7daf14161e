import type { ReactNode } from "react";

import { TopBar } from "./top-bar";
import type { ShellProps } from "./types";

/** The frame of every page behind sign-in. The page itself brings its `h1` and its width. */
export function AppShell({ children, ...shell }: ShellProps & { children: ReactNode }) {
  return (
    <>
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-16 rounded-md bg-surface px-3 py-2 text-sm text-ink focus:translate-y-0"
      >
        Skip to content
      </a>
      <TopBar {...shell} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
