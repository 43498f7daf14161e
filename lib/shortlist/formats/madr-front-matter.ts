import { said } from "./decision-words";
import type { DecisionRecord } from "../export/types";

import type { Settlement } from "./madr-records";

type About = { record: DecisionRecord; settlement: Settlement; status: string };

/**
 * The front matter of a record with the names that MADR 4.0.0 gives its fields. Who settled it and who marked are the
 * decision-makers; who wrote in the thread was consulted, and the rest of the team is informed, each person once.
 */
export function frontMatter({ record, settlement, status }: About): string {
  const { event, reopened } = settlement;
  const makers = unique([...(event.by ? [event.by.name] : []), ...record.voters]);
  const consulted = unique(record.commenters).filter((name) => !makers.includes(name));
  const informed = unique(record.others).filter((name) => !makers.includes(name) && !consulted.includes(name));
  return [
    "---",
    `status: ${status}`,
    `date: ${(reopened ?? event).at.slice(0, 10)}`,
    ...said([people("decision-makers", makers), people("consulted", consulted), people("informed", informed)]),
    "---",
  ].join("\n");
}

/** A field with names; nothing where there is nobody to name. */
function people(field: string, names: readonly string[]): string | null {
  return names.length > 0 ? `${field}: [${names.map(yamlText).join(", ")}]` : null;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** A text as a double-quoted scalar of YAML 1.2, which takes the escapes of JSON; what YAML cannot print is escaped too. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
