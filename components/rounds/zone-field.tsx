"use client";

import { useSyncExternalStore } from "react";

import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input-class";

type Props = {
  zones: readonly string[];
  /** The zone that was chosen; null to begin with the reader's own. */
  chosen: string | null;
  problem: string | undefined;
};

/** The time zone in which a closing time is said: every one there is. */
export function ZoneField({ zones, chosen, problem }: Props) {
  const own = useSyncExternalStore(
    unchanging,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const zone = chosen ?? own;
  return (
    <Field label="Time zone" problem={problem}>
      {(control) => (
        // A form's fields are set back when it is answered; the key has the list begin anew at what was chosen.
        <select key={zone} {...control} className={inputClass} name="timeZone" defaultValue={zone}>
          {!zones.includes(zone) && <option>{zone}</option>}
          {zones.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function unchanging() {
  return () => {};
}
