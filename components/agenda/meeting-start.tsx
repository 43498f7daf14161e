"use client";

import { useState } from "react";

import { inputClass } from "@/components/ui/input-class";
import { formatCount } from "@/lib/format/number";
import { DEFAULT_MINUTES, MAX_MINUTES, MEETING_LENGTH, parseMinutes } from "@/lib/voting/agenda/plan";

type Props = {
  /** The form's id: its button is the page's primary action and stands in its head. */
  id: string;
  /** Where the meeting is. */
  action: string;
  items: number;
};

/** How long each announcement gets in a meeting, and how long it takes in all. */
export function MeetingStart({ id, action, items }: Props) {
  const [typed, setTyped] = useState(String(DEFAULT_MINUTES));
  const inAll = parseMinutes(typed) * Math.min(items, MEETING_LENGTH);
  return (
    <form id={id} action={action} className="meeting-start">
      <label htmlFor={`${id}-minutes`}>Minutes each</label>
      <input
        id={`${id}-minutes`}
        name="minutes"
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_MINUTES}
        required
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        className={`${inputClass} w-14! text-right`}
      />
      <span>
        {items > MEETING_LENGTH ? `${formatCount(inAll, "minute")} for the first ${MEETING_LENGTH}` : `${inAll} in all`}
      </span>
    </form>
  );
}
