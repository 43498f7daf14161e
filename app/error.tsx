"use client";

import { StatusPage } from "@/components/shell/status-page";

/** Something of ours failed. What was stored before stays stored; the digest finds the error in the log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <StatusPage title="Something failed here">
      <p>What you had stored is safe. Try again; if it fails again, tell whoever runs Debrief.</p>
      {digest && <p className="text-xs text-ink-3">Error {digest}</p>}
      <p>
        <button
          onClick={retry}
          className="h-8 rounded-md border border-line-strong bg-surface px-3 text-sm font-medium text-ink shadow-1 hover:bg-hover"
        >
          Try again
        </button>
      </p>
    </StatusPage>
  );
}

/** Next gives errors of the server a number to look for in its log, in place of their message. */
function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
