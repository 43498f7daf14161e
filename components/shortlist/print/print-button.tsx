"use client";

import { Printer } from "lucide-react";

import { buttonClass } from "@/components/ui/button-class";

/** Opens the browser's own dialog, which also saves as PDF. */
export function PrintButton() {
  return (
    <button type="button" className={buttonClass("primary")} onClick={() => print()}>
      <Printer aria-hidden className="size-3.5" />
      Print or save as PDF
    </button>
  );
}
