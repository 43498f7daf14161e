"use client";

import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input-class";
import { TextField } from "@/components/ui/text-field";
import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

export const FIELDS = ["title", "services", "category", "availability"] as const;
export type FieldName = (typeof FIELDS)[number];

type Props = {
  candidate: ReviewCandidate;
  /** What was typed and not stored. */
  values: Partial<Record<string, string>>;
  problems: Partial<Record<string, string>>;
};

/** What a candidate says, to be corrected in place. A field is drawn anew when what is stored for it changes. */
export function CandidateFields({ candidate, values, problems }: Props) {
  const field = (name: FieldName) => {
    const stored = storedValue(candidate, name);
    const typed = values[name];
    return {
      key: `${name} ${stored}`,
      name,
      defaultValue: typed ?? stored,
      autoComplete: "off",
      hint: typed !== undefined && typed !== stored ? `Stored: ${labelOf(name, stored)}` : undefined,
      problem: problems[name],
    };
  };
  return (
    <>
      <Text label="Title" field={field("title")} />
      <div className="imp-three">
        <Text label={candidate.services.length > 1 ? "Services" : "Service"} field={field("services")} />
        <Choice label="Category" field={field("category")} options={CATEGORIES} />
        <Choice label="Availability" field={field("availability")} options={AVAILABILITIES} />
      </div>
    </>
  );
}

type Drawn = {
  key: string;
  name: FieldName;
  defaultValue: string;
  autoComplete: string;
  hint: string | undefined;
  problem: string | undefined;
};

function Text({ label, field: { key, ...field } }: { label: string; field: Drawn }) {
  return <TextField key={key} label={label} {...field} />;
}

function Choice(props: { label: string; field: Drawn; options: readonly string[] }) {
  const { key, name, defaultValue, hint, problem } = props.field;
  return (
    <Field key={key} label={props.label} hint={hint} problem={problem}>
      {(control) => (
        <select {...control} className={inputClass} name={name} defaultValue={defaultValue}>
          {props.options.map((option) => (
            <option key={option} value={option}>
              {labelOf(name, option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A field of a candidate as its form writes it. */
export function storedValue(candidate: ReviewCandidate, name: FieldName): string {
  return name === "services" ? candidate.services.join(", ") : candidate[name];
}

function labelOf(name: FieldName, value: string): string {
  if (name === "category") return CATEGORIES.flatMap((one) => (one === value ? CATEGORY_LABEL[one] : [])).join("");
  if (name !== "availability") return value;
  return AVAILABILITIES.flatMap((one) => (one === value ? AVAILABILITY_LABEL[one] : [])).join("") || "Not said";
}
