type Props<Option extends string> = {
  legend: string;
  name: string;
  options: readonly Option[];
  labels: Record<Option, string>;
  chosen: string;
};

/** A choice of one, all of them in sight. */
export function Radios<Option extends string>({ legend, name, options, labels, chosen }: Props<Option>) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-medium text-ink">{legend}</legend>
      {options.map((value) => (
        <label key={value} className="flex min-h-6 items-center gap-2 text-sm text-ink">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            className="size-4 accent-accent"
          />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  );
}
