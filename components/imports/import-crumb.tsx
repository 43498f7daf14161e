import { ChevronRight } from "lucide-react";
import Link from "next/link";

/** The way back to the imports of a team, and where one is below them. */
export function ImportCrumb({ teamSlug, here }: { teamSlug: string; here?: string }) {
  return (
    <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-sm text-ink-3">
      <Link href={`/imports?team=${teamSlug}`} className="text-ink-3">
        Imports
      </Link>
      {here && (
        <>
          <ChevronRight aria-hidden className="size-3.5" />
          <span>{here}</span>
        </>
      )}
    </nav>
  );
}
