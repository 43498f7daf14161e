"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

import { buttonClass, type ButtonLook } from "./button-class";

type Props = {
  children: ReactNode;
  look?: ButtonLook;
  /** Fills the width of its form, 40 high. */
  isWide?: boolean;
  name?: string;
  value?: string;
  label?: string;
};

/** The button that sends its form; while the form is on its way a second click does nothing. */
export function SubmitButton({ children, look = "default", isWide = false, name, value, label }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={buttonClass(look, isWide)}
    >
      {children}
    </button>
  );
}
