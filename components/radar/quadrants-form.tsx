"use client";

import Link from "next/link";
import { useActionState } from "react";

import { radarPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { arrangeByForm } from "@/lib/shortlist/radar/actions";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";

import { CategoryChoice } from "./category-choice";

type Props = {
  teamSlug: string;
  conferenceSlug: string;
  quadrants: Quadrants;
  /** Which state of them the form shows. */
  version: number;
  /** In the order in which forms offer them. */
  categories: readonly { key: keyof Quadrants["of"]; label: string }[];
};

const PLACES = ["Top left", "Top right", "Bottom left", "Bottom right"] as const;

/** The four quadrants as they lie in the picture: the name of each, and where each of its categories goes. */
export function QuadrantsForm({ teamSlug, conferenceSlug, quadrants, version, categories }: Props) {
  const [state, action] = useActionState(arrangeByForm, EMPTY_FORM);
  const { values, problem } = state;
  const wrong = problem?.fields ?? {};
  return (
    <form action={action} noValidate className="grid gap-6" aria-label="Quadrants">
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="was" value={version} />
      <div key={version} className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        {PLACES.map((place, quadrant) => (
          <fieldset key={place} className="grid content-start gap-3">
            <legend className="mb-2 w-full border-b border-line pb-1 font-semibold text-ink">{place}</legend>
            <TextField
              name={`names.${quadrant}`}
              label={`Name, ${place.toLowerCase()}`}
              autoComplete="off"
              defaultValue={values?.[`names.${quadrant}`] ?? quadrants.names[quadrant]}
              problem={wrong[`names.${quadrant}`]}
            />
            <ul className="grid gap-2">
              {categories
                .filter(({ key }) => quadrants.of[key] === quadrant)
                .map(({ key, label }) => (
                  <CategoryChoice
                    key={key}
                    name={`of.${key}`}
                    label={label}
                    quadrants={quadrants.names}
                    chosen={values?.[`of.${key}`] ?? String(quadrant)}
                    problem={wrong[`of.${key}`]}
                  />
                ))}
            </ul>
          </fieldset>
        ))}
      </div>
      <div className="grid gap-3">
        <FormOutcome state={state} fields={Object.keys(wrong)} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton look="primary">Save quadrants</SubmitButton>
          <button type="submit" name="wanted" value="default" className={buttonClass()}>
            Reset to default
          </button>
          <Link href={radarPath(teamSlug, conferenceSlug)} prefetch={false} className="text-sm">
            Back to the radar
          </Link>
        </div>
      </div>
    </form>
  );
}
