"use client";

import type { Ref } from "react";

import { KeysDialog } from "@/components/ui/keys-dialog";

import { BOARD_KEYS } from "./board-keys";

const KEYS = [...BOARD_KEYS, { keys: ["Enter"], does: "Open the announcement" }];

/** The keys of the board, in a dialog that `?` opens. */
export function BoardHelp({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return <KeysDialog ref={ref} keys={KEYS} />;
}
