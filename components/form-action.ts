import type { FormState } from "@/lib/errors/form";

/** A server action as `useActionState` takes it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
