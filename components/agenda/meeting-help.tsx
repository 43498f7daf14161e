"use client";

import type { Ref } from "react";

import { KeysDialog } from "@/components/ui/keys-dialog";

import { MEETING_KEYS } from "./meeting-keys";

/** The keys of a meeting, in a dialog that `?` opens. */
export function MeetingHelp({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return <KeysDialog ref={ref} keys={MEETING_KEYS} />;
}
