import type { Choice } from "./types";

/** The choices as buttons and headings say them. */
export const CHOICE_LABEL: Record<Choice, string> = {
  adopt: "Adopt",
  investigate: "Investigate",
  ignore: "Ignore",
};
