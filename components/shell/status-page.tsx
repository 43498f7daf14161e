import type { ReactNode } from "react";

import { Logo } from "./logo";

/** A page that says why there is nothing else to see, and where to go on. */
export function StatusPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto grid max-w-[376px] gap-3 px-4 pt-32">
      <Logo className="size-7" />
      <h1>{title}</h1>
      {children}
    </main>
  );
}
