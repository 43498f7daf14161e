"use client";

import { useEffect, useRef } from "react";

import { buttonClass } from "@/components/ui/button-class";

import { MeetingHelp } from "./meeting-help";
import { meetingKey, type MeetingKey } from "./meeting-keys";

const TYPING = "input:not([type=radio]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";
const FIELD = "input:not([type=radio]), select";
const CONTROL = "a, button, summary, input";

/** Has the keys of a meeting use its controls, and shows which keys there are. */
export function MeetingListener() {
  const help = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener("keydown", handleKey, { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <>
      <button
        type="button"
        data-meeting="keys"
        className={buttonClass("quiet")}
        onClick={() => help.current?.showModal()}
      >
        Keys
      </button>
      <MeetingHelp ref={help} />
    </>
  );
}

function handleKey(event: KeyboardEvent) {
  const target = event.target instanceof Element ? event.target : null;
  const form = target?.closest<HTMLFormElement>("form.settle");
  if (event.key === "Escape" && form && target?.matches(FIELD)) return leave(form);
  const focus = { isTyping: Boolean(target?.closest(TYPING)), isControl: Boolean(target?.closest(CONTROL)) };
  const pressed = event.defaultPrevented ? null : meetingKey(event, focus);
  if (pressed && didUse(pressed)) event.preventDefault();
}

/** Whether there was a control to use: what is folded away or not the viewer's is none. */
function didUse({ uses }: MeetingKey): boolean {
  const control = [...document.querySelectorAll<HTMLElement>(uses)].find((one) => one.checkVisibility());
  if (!control) return false;
  if (control instanceof HTMLInputElement) control.focus();
  if (!(control instanceof HTMLInputElement) || control.type === "radio") control.click();
  return true;
}

/** Out of what is written, to where the keys are keys again. */
function leave(form: HTMLFormElement) {
  form.querySelector<HTMLElement>("input[type=radio]:checked, input[type=radio]")?.focus();
}
