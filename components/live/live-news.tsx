"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";

/**
 * Says what changed that would move what somebody looks at, and shows it when they ask. Lies over the page, so that nothing
 * moves when it comes; empty, it is only there for screen readers to hear what is put in.
 */
export function LiveNews({ text }: { text: string }) {
  const router = useRouter();
  return (
    <div
      role="status"
      className="fixed top-15 left-1/2 z-30 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-2 rounded-full border border-line-strong bg-surface py-1 pr-1.5 pl-3.5 text-sm text-ink shadow-2 empty:hidden print:hidden"
    >
      {text}
      {text && (
        <button
          type="button"
          className="min-h-7 rounded-full px-2.5 font-medium text-accent-ink hover:bg-hover"
          onClick={() => startTransition(() => router.refresh())}
        >
          Show
        </button>
      )}
    </div>
  );
}
