import type { Problem, Result } from "./problem";

/**
 * What a server action answers a form with. React empties uncontrolled fields after every action, failures too, so the
 * typed values travel back and are bound as `defaultValue`.
 */
export type FormState = {
  problem?: Problem;
  values?: Record<string, string>;
  /** A sentence about what was stored. */
  done?: string;
};

/** A server action as `useActionState` takes it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The state of a form nobody has sent yet. */
export const EMPTY_FORM: FormState = {};

/** Text fields of a form as they were typed; files and React's own fields are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  }
  return values;
}

/** A command's result as the state of the form that sent it; passwords are not sent back. */
export function formState(result: Result<unknown>, form: FormData, done: string): FormState {
  if (result.ok) return { done };
  const values = typedValues(form);
  for (const name of Object.keys(values)) if (/password/i.test(name)) delete values[name];
  return { problem: result.problem, values };
}
