import type { ReactNode } from "react";

/** The width and the inset of a page that is not a list from edge to edge. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-360 px-4 pt-6 pb-16 sm:px-6">{children}</div>;
}
