"use client";

import { useActionState, type ReactNode } from "react";

import { textButtonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

/** Opens a settled announcement again; marks and thread stay as they are. */
export function ReopenForm({
  announcementId,
  was,
  action,
  label = "Reopen",
}: {
  announcementId: string;
  was: string;
  action: FormAction;
  label?: ReactNode;
}) {
  const [state, formAction] = useActionState(action, EMPTY_FORM);
  return (
    <form action={formAction}>
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="was" value={was} />
      <button className={textButtonClass} data-reopen>
        {label}
      </button>
      <ProblemNote problem={state.problem} />
    </form>
  );
}
