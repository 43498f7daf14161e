import { aboutLine } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { mapped, type RadarMapping, type RadarTarget } from "./radar-mapping";
import { titleOf, webLink } from "./radar-text";

/**
 * What Zalando's radar knows (zalando/tech-radar, `README.md`): four quadrants counted clockwise from the bottom right and
 * four rings from the inside. What they are called stands in its page, not in the file; the rings have Zalando's names here.
 */
export const ZALANDO: RadarTarget<number> = {
  tool: "zalando",
  name: "Zalando's tech radar",
  rings: ["Adopt", "Trial", "Assess", "Hold"].map((name, value) => ({ key: name.toLowerCase(), name, value })),
  quadrants: [
    { key: "bottom-right", name: "Bottom right", value: 0 },
    { key: "bottom-left", name: "Bottom left", value: 1 },
    { key: "top-left", name: "Top left", value: 2 },
    { key: "top-right", name: "Top right", value: 3 },
  ],
  usual: {
    rings: { adopt: "adopt", investigate: "assess", ignore: "hold" },
    quadrants: ["top-left", "top-right", "bottom-left", "bottom-right"],
  },
};

export const zalandoFormat: ExportFormat = {
  file: "zalando.json",
  contentType: "application/json; charset=utf-8",
  permission: "shortlist.export",
  shared: "radar",
  writer: mapped(ZALANDO, zalandoJson),
};

/**
 * The radar as the file of Zalando's page (zalando/tech-radar: `README.md`, `docs/config.json`, `docs/index.html`): the month
 * and the entries; `moved` is -1 further out, 0, 1 further in, 2 new. `about` is ours, which the page does not read.
 */
export async function* zalandoJson(source: ExportSource, mapping: RadarMapping<number>): AsyncGenerator<string> {
  const [year, month] = source.about.at.split("-");
  const about = JSON.stringify(aboutLine("Radar", source.about));
  yield `{\n  "date": ${JSON.stringify(`${year}.${month}`)},\n  "about": ${about},\n  "entries": [`;
  let before = "";
  for await (const item of source.radar()) {
    const target = webLink(item.link) ?? webLink(item.address);
    const entry = {
      quadrant: mapping.quadrants[item.quadrant].value,
      ring: mapping.rings[item.ring].value,
      label: titleOf(item),
      ...(target === null ? {} : { link: target }),
      active: true,
      moved: item.moved,
    };
    yield `${before}\n    ${JSON.stringify(entry)}`;
    before = ",";
  }
  yield before === "" ? "]\n}\n" : "\n  ]\n}\n";
}
