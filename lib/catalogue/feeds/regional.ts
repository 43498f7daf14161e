/**
 * Whether a title says nothing but that something is now to be had in further regions: "Amazon MSK is now available in
 * the Europe (Paris) Region". A title that also names a change ("supports", "adds", "increases") is none, because a rule
 * may skip what this catches.
 */
export function isRegionalExpansion(title: string): boolean {
  const said = SAYS.exec(title.replace(/\s+/g, " ").trim());
  if (!said) return false;
  const [, subject = "", places = ""] = said;
  return !CHANGES.test(subject.replace(/^announcing\s+/i, "")) && arePlaces(places);
}

const SAYS =
  /^(.+?)\s+(?:(?:is|are)\s+)?(?:now\s+)?(?:also\s+)?(?:generally\s+)?(?:available(?:\s+for\s+[^,;:]+?)?|launche[sd]|arrives?|expands?(?:\s+(?:its\s+)?(?:regional\s+)?availability)?)\s+(?:in|to|into)\s+(.+)$/i;

const CHANGES =
  /\b(?:support(?:s|ed)?|adds?|added|increas\w+|introduc\w+|announc\w+|improv\w+|updat\w+|reduc\w+|lowers?|enabl\w+|offers?|allows?|releases?)\b/i;

function arePlaces(text: string): boolean {
  const places = text.replace(/[.\s]+$/, "").replace(/,?\s+operated by .*$/i, "");
  const region = [...places.matchAll(/\bregions?\b/gi)].at(-1);
  if (!region) return AREAS.test(places);
  const behind = places.slice(region.index + region[0].length);
  return !CHANGES.test(behind) && !/\bwith\b/i.test(behind);
}

const DIRECTION = "(?:north|south|east|west|central|northern|southern|eastern|western|northeast|southeast)";
const CONTINENT =
  "(?:asia pacific|middle east|europe|eu|us (?:east|west)|canada(?: west)?|south america|africa|israel|mexico|(?:aws )?govcloud|(?:aws )?china|americas)";

/** "Asia Pacific (Seoul) and Canada (Central)", "the AWS GovCloud (US) …", "West US 3", "Sweden Central". */
const AREAS = new RegExp(
  String.raw`^(?:the )?(?:aws |azure )?(?:${CONTINENT} \([^)]+\)|${CONTINENT}$|${DIRECTION} (?:us|europe|asia|india|uk)(?: \d)?\b|[a-z]+ ${DIRECTION}(?: \d)?(?:$|,| and ))`,
  "i",
);
