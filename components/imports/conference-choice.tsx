import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input-class";

type Props = { conferences: readonly { slug: string; name: string }[]; chosen: string; problem?: string | undefined };

/** Which conference what is read belongs to. */
export function ConferenceChoice({ conferences, chosen, problem }: Props) {
  return (
    <Field label="Conference" problem={problem}>
      {(control) => (
        // A form's fields are set back when it is answered; the key has the list begin anew at what was chosen.
        <select key={chosen} {...control} className={inputClass} name="conferenceSlug" defaultValue={chosen}>
          <option value="">Choose one</option>
          {conferences.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
