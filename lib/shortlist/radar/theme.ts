import type { Choice } from "@/lib/voting/types";

type ChoiceColours = { fill: string; ink: string; soft: string; on: string };

/** The colours of the picture in a file, which has no style sheet of ours: those of app/styles/tokens.css in sRGB. */
export type Theme = Record<"canvas" | "surface" | "line" | "lineStrong" | "ink" | "ink2" | "ink3", string> &
  Record<Choice, ChoiceColours>;

export const THEMES: Record<"light" | "dark", Theme> = {
  light: {
    ...{ canvas: "#f9fafb", surface: "#ffffff", line: "#e3e5e9", lineStrong: "#cfd2d7" },
    ...{ ink: "#171c24", ink2: "#474c55", ink3: "#636870" },
    adopt: { fill: "#0b6f68", ink: "#0a615b", soft: "#e2f5f2", on: "#ffffff" },
    investigate: { fill: "#cb751a", ink: "#904f0f", soft: "#fcf1e1", on: "#231103" },
    ignore: { fill: "#868b95", ink: "#535862", soft: "#eceef1", on: "#0b0d13" },
  },
  dark: {
    ...{ canvas: "#0e1013", surface: "#16171b", line: "#282a2f", lineStrong: "#3b3e45" },
    ...{ ink: "#eff0f3", ink2: "#b8bbc0", ink3: "#95989f" },
    adopt: { fill: "#4abfae", ink: "#56d3bd", soft: "#112d2a", on: "#021816" },
    investigate: { fill: "#ecaf59", ink: "#f9bf67", soft: "#372611", on: "#251403" },
    ignore: { fill: "#7c8089", ink: "#b0b4bc", soft: "#282a2f", on: "#07090d" },
  },
};
