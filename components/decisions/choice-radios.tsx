import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

type Props = {
  /** What is chosen when the form opens. */
  chosen: string;
  onChoose?: (choice: Choice) => void;
  /** What assistive technology hears before each choice, where the form's heading does not say what it is of. */
  of?: string;
};

/** The three choices of a decision as one control of a form, each with its shape, filled when chosen. */
export function ChoiceRadios({ chosen, onChoose, of }: Props) {
  return (
    <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line-control bg-surface">
      {CHOICES.map((choice) => (
        <label
          key={choice}
          className={`${choice} relative flex h-[30px] items-center justify-center gap-1.5 text-sm font-medium not-first:border-l not-first:border-line has-checked:bg-(--c) has-checked:text-(--c-on) has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-sm:h-11 forced-colors:has-checked:outline-2 forced-colors:has-checked:-outline-offset-2`}
        >
          <input
            type="radio"
            name="choice"
            value={choice}
            required
            aria-label={of && `${of}: ${CHOICE_LABEL[choice]}`}
            defaultChecked={chosen === choice}
            onChange={() => onChoose?.(choice)}
            className="peer absolute inset-0 cursor-pointer opacity-0"
          />
          <span className="shape text-(--c-ink) outline peer-checked:text-current" aria-hidden />
          {CHOICE_LABEL[choice]}
        </label>
      ))}
    </div>
  );
}
