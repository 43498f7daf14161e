import type { ReactNode } from "react";

/** The width and the inset of a page that is not a list from edge to edge; a form alone is narrow. */
export function Page({ isNarrow = false, children }: { isNarrow?: boolean; children: ReactNode }) {
  return (
    <div className={`mx-auto w-full px-4 pt-6 pb-16 sm:px-6 ${isNarrow ? "max-w-[808px]" : "max-w-360"}`}>
      {children}
    </div>
  );
}
