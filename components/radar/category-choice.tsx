import { useId } from "react";

import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";

type Props = {
  name: string;
  label: string;
  /** What the four are called. */
  quadrants: readonly string[];
  chosen: string;
  problem?: string | undefined;
};

/** A category beside the quadrant it goes to. */
export function CategoryChoice({ name, label, quadrants, chosen, problem }: Props) {
  const id = useId();
  return (
    <li className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="text-sm text-ink">
        {label}
      </label>
      {/* A form's fields are set back when it is answered; the key has the list begin anew at what was chosen. */}
      <select
        key={chosen}
        id={id}
        name={name}
        defaultValue={chosen}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-note` : undefined}
        className={inputClass}
      >
        {quadrants.map((quadrant, number) => (
          <option key={number} value={number}>
            {quadrant}
          </option>
        ))}
      </select>
      {problem && (
        <div className="col-span-2">
          <ProblemNote id={`${id}-note`} problem={{ message: problem }} />
        </div>
      )}
    </li>
  );
}
