"use client";

import { useActionState, type ReactNode } from "react";

import type { ButtonLook, ButtonSize } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

type Props = {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  look?: ButtonLook;
  size?: ButtonSize;
  /** What the button says to assistive technology, when its text alone does not. */
  label?: string;
  children: ReactNode;
};

/** A button that merges, or undoes it; what it refuses stands beside it, what it does leads on. */
export function MergeForm({ action, fields, look, size, label, children }: Props) {
  const [state, formAction] = useActionState(action, EMPTY_FORM);
  return (
    <form action={formAction} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...(look && { look })} {...(size && { size })} {...(label && { label })}>
        {children}
      </SubmitButton>
      <ProblemNote problem={state.problem} />
    </form>
  );
}
