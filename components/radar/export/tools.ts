import { AOE } from "@/lib/shortlist/formats/aoe";
import { BYOR } from "@/lib/shortlist/formats/byor";
import { QUADRANT_NUMBERS, type RadarMapping, type RadarTarget } from "@/lib/shortlist/formats/radar-mapping";
import { ZALANDO } from "@/lib/shortlist/formats/zalando";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

/** A radar of another team that ours can be taken to. */
export type RadarTool = {
  /** As the address says it: `?format=byor`. */
  key: "byor" | "zalando" | "aoe" | "backstage";
  name: string;
  /** What its people call it. */
  fullName: string;
  files: readonly { file: string; label: string }[];
  /** What it knows; null where it takes rings and quadrants of any name. */
  target: RadarTarget | null;
  /** The file a share link gives it; null where it takes files only. */
  sharedFile: string | null;
};

export const RADAR_TOOLS: readonly RadarTool[] = [
  {
    key: "byor",
    name: "Thoughtworks",
    fullName: "Build Your Own Radar",
    files: [
      { file: "byor.csv", label: "CSV" },
      { file: "byor.json", label: "JSON" },
    ],
    target: BYOR,
    sharedFile: "radar.csv",
  },
  {
    key: "zalando",
    name: "Zalando",
    fullName: "Zalando’s tech radar",
    files: [{ file: "zalando.json", label: "JSON" }],
    target: ZALANDO,
    sharedFile: "zalando.json",
  },
  {
    key: "aoe",
    name: "AOE",
    fullName: "AOE’s technology radar",
    files: [{ file: "aoe.zip", label: "zip" }],
    target: AOE,
    sharedFile: null,
  },
  {
    key: "backstage",
    name: "Backstage",
    fullName: "Backstage’s tech radar",
    files: [{ file: "backstage.json", label: "JSON" }],
    target: null,
    sharedFile: "backstage.json",
  },
];

/** Our own rings and quadrants as a target that everything goes to as it is. */
export function ownTarget({ names }: Pick<Quadrants, "names">): {
  target: Pick<RadarTarget, "rings" | "quadrants">;
  mapping: RadarMapping;
} {
  const ring = (choice: Choice) => ({ key: choice, name: CHOICE_LABEL[choice], value: choice });
  const quadrant = (number: 0 | 1 | 2 | 3) => ({ key: String(number), name: names[number], value: number });
  return {
    target: { rings: CHOICES.map(ring), quadrants: QUADRANT_NUMBERS.map(quadrant) },
    mapping: {
      rings: { adopt: ring("adopt"), investigate: ring("investigate"), ignore: ring("ignore") },
      quadrants: [quadrant(0), quadrant(1), quadrant(2), quadrant(3)],
    },
  };
}
