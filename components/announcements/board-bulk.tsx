"use client";

import { buttonClass } from "@/components/ui/button-class";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

/** What can be done with the selected rows, in a bar at the bottom of the window. */
export function BoardBulk({
  count,
  onMark,
  onClear,
}: {
  count: number;
  onMark: (choice: Choice | "withdraw") => void;
  onClear: () => void;
}) {
  return (
    <section className="bulk-bar" aria-label="Selected announcements">
      <b role="status">{count} selected</b>
      {CHOICES.map((choice) => (
        <button key={choice} type="button" className={`${buttonClass()} ${choice}`} onClick={() => onMark(choice)}>
          <span className="shape" aria-hidden />
          {CHOICE_LABEL[choice]}
        </button>
      ))}
      <button type="button" className={buttonClass("quiet")} onClick={() => onMark("withdraw")}>
        Withdraw
      </button>
      <button type="button" className={buttonClass("quiet")} onClick={onClear}>
        Clear
      </button>
    </section>
  );
}
