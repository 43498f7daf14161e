import type { ReactNode } from "react";

import { Facts } from "@/components/ui/facts";

/** A page's title with the facts under it, parted by dots, and what can be done at the right. */
export function PageHead({
  title,
  facts = [],
  children,
}: {
  title: string;
  facts?: readonly ReactNode[];
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="grid min-w-0 grow gap-1.5">
        <h1 className="wrap-break-word">{title}</h1>
        <Facts facts={facts} />
      </div>
      {children}
    </header>
  );
}
