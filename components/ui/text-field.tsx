import type { ComponentProps, ReactNode } from "react";

import { Field } from "./field";
import { inputClass } from "./input-class";

type Props = Omit<ComponentProps<"input">, "id" | "className"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
};

/** A labelled field of one line. */
export function TextField({ label, hint, problem, ...input }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => <input {...input} {...control} className={inputClass} />}
    </Field>
  );
}
