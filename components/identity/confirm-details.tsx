import type { ReactNode } from "react";

import { buttonClass } from "@/components/ui/button-class";

type Props = { summary: string; label: string; children: ReactNode };

/** A button that opens the question before something is done; works without JavaScript. */
export function ConfirmDetails({ summary, label, children }: Props) {
  return (
    <details className="relative">
      <summary aria-label={label} className={buttonClass("quiet")}>
        {summary}
      </summary>
      <div className="absolute right-0 z-10 mt-1 w-72 rounded-lg border border-line-strong bg-surface p-4 shadow-3">
        {children}
      </div>
    </details>
  );
}
