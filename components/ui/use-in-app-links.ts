"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { startTransition, type MouseEvent } from "react";

/**
 * A click handler for a whole list of plain links to pages of ours, which leads on without loading a new document. Drawing
 * one `Link` for each of a hundred rows costs more than the rows; one handler costs nothing.
 */
export function useInAppLinks(): (event: MouseEvent) => void {
  const router = useRouter();
  return (event) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!isPlain || event.defaultPrevented || !link || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    // A path of this origin that a page of ours has drawn; the router answers any other with not found.
    startTransition(() => router.push(`${link.pathname}${link.search}${link.hash}` as Route));
  };
}
