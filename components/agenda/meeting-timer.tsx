"use client";

import { Pause, Play, Plus, TimerOff } from "lucide-react";
import { useMemo, useSyncExternalStore } from "react";

import { buttonClass } from "@/components/ui/button-class";

import { clockOf } from "./timer";
import { createTimerStore, type TimerStore } from "./timer-store";

type Props = {
  /** What the time box is of, in this meeting: its name in the tab's storage. */
  name: string;
  minutes: number;
};

/** How much of its time box an announcement has left. At the end it says so and changes nothing by itself. */
export function MeetingTimer({ name, minutes }: Props) {
  const store = useMemo(() => (typeof window === "undefined" ? null : openStore(name, minutes)), [name, minutes]);
  const whole = useMemo(() => ({ left: minutes * 60_000, isRunning: true }), [minutes]);
  const { left, isRunning } = useSyncExternalStore(
    store?.subscribe ?? followsNothing,
    () => store?.snapshot() ?? whole,
    () => whole,
  );
  const isOver = left <= 0;
  return (
    <div className="meeting-timer" data-over={isOver || undefined}>
      <span role="timer" aria-label={isOver ? "Time over by" : "Time left"} className="meeting-clock">
        {isOver && <TimerOff aria-hidden />}
        {isOver && left < 0 && "+"}
        {clockOf(left)}
      </span>
      <button type="button" data-meeting="pause" className={buttonClass()} onClick={() => store?.toggle()}>
        {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
        {isRunning ? "Pause" : "Go on"}
      </button>
      <button type="button" data-meeting="longer" className={buttonClass()} onClick={() => store?.addMinute()}>
        <Plus aria-hidden />1 min
      </button>
      <p role="status" className="meeting-over">
        {isOver && "Time. Settle or move on."}
      </p>
    </div>
  );
}

function openStore(name: string, minutes: number): TimerStore {
  return createTimerStore({ storage: sessionStorage, key: `debrief:meeting:${name}`, minutes, now: Date.now });
}

function followsNothing(): () => void {
  return () => {};
}
