import { TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/errors/form";
import { MAX_PASSWORD, MIN_PASSWORD } from "@/lib/identity/password-length";

/** Name, e-mail and password of somebody who gets an account. */
export function NewPersonFields({ state: { values, problem } }: { state: FormState }) {
  return (
    <>
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        required
        defaultValue={values?.name}
        problem={problem?.fields?.name}
      />
      <TextField
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        required
        defaultValue={values?.email}
        problem={problem?.fields?.email}
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD}
        maxLength={MAX_PASSWORD}
        hint={`At least ${MIN_PASSWORD} characters. A few words make a good password.`}
        problem={problem?.fields?.password}
      />
    </>
  );
}
