"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

import { buttonClass, type ButtonLook, type ButtonSize } from "./button-class";

type Props = {
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  /** What it says to assistive technology, when its text alone does not. */
  label?: string;
};

/** The button that sends its form; while the form is on its way a second click does nothing. */
export function SubmitButton({ children, look, size, label }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={buttonClass(look, size)}
    >
      {children}
    </button>
  );
}
