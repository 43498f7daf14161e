"use client";

import { useActionState } from "react";

import { textButtonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

/** Opens a settled announcement again; marks and thread stay as they are. */
export function ReopenForm({
  announcementId,
  was,
  action,
  of,
}: {
  announcementId: string;
  was: string;
  action: FormAction;
  /** The title, where several stand on one page. */
  of?: string;
}) {
  const [state, formAction] = useActionState(action, EMPTY_FORM);
  return (
    <form action={formAction}>
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="was" value={was} />
      <button className={textButtonClass}>Reopen{of && <span className="sr-only"> {of}</span>}</button>
      <ProblemNote problem={state.problem} />
    </form>
  );
}
