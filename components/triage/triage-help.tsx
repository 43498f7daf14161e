"use client";

import { useEffect, useRef } from "react";

import { KeysDialog } from "@/components/ui/keys-dialog";

import { TRIAGE_KEYS } from "./triage-keys";

/** The keys of triage, in a dialog that `?` opens. */
export function TriageHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    opened?.addEventListener("close", onClose);
    return () => opened?.removeEventListener("close", onClose);
  }, [onClose]);
  return <KeysDialog ref={dialog} keys={TRIAGE_KEYS} />;
}
