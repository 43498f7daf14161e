import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input-class";
import {
  QUADRANT_NUMBERS,
  type RadarMapping,
  type RadarTarget,
  type RadarTerm,
} from "@/lib/shortlist/formats/radar-mapping";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

type Props = {
  target: RadarTarget;
  mapping: RadarMapping;
  quadrants: Quadrants;
  problems: Readonly<Record<string, string>>;
};

/** What of ours goes where in the other radar: each may be changed. */
export function MappingFields({ target, mapping, quadrants, problems }: Props) {
  return (
    <div className="grid gap-5">
      <fieldset>
        <legend className="mb-2 text-sm font-medium text-ink">Your rings become</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {CHOICES.map((choice) => (
            <Choice
              key={choice}
              label={CHOICE_LABEL[choice]}
              name={choice}
              terms={target.rings}
              chosen={mapping.rings[choice]}
              problem={problems[choice]}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-sm font-medium text-ink">Your quadrants become</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {QUADRANT_NUMBERS.map((number) => (
            <Choice
              key={number}
              label={quadrants.names[number]}
              name="quadrants"
              terms={target.quadrants}
              chosen={mapping.quadrants[number]}
              problem={number === 0 ? problems.quadrants : undefined}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <button className={buttonClass()}>Show the numbers</button>
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  terms: readonly RadarTerm<string | number>[];
  chosen: RadarTerm<string | number>;
  problem: string | undefined;
};

function Choice({ label, name, terms, chosen, problem }: ChoiceProps) {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        // Another mapping in the address is another page: the key has the list begin anew at what it says.
        <select key={chosen.key} {...control} name={name} defaultValue={chosen.key} className={inputClass}>
          {terms.map((term) => (
            <option key={term.key} value={term.key}>
              {term.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
