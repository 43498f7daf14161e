import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

import { OFFICE, RELATIONSHIPS } from "./parts";
import { linkTarget, xmlText } from "./text";

/** Links a sheet may hold. Source: "Excel specifications and limits", hyperlinks in a worksheet; it repairs what has more. */
export const MOST_LINKS = 65_530;

/** Links that are pressed together: two blocks at most are held as they are. */
const BLOCK = 500;

/** Where the cells of a sheet lead: a sheet names them after its rows, and the parts they lead to in a file of their own. */
export type Links = {
  /** Takes note of a link unless it is no web address or there are too many. */
  add: (cell: string, target: string | null) => void;
  /** The cells that lead somewhere, as the sheet names them (18.3.1.48). */
  cells: () => string;
  /** What they lead to, as the file beside the sheet says it. */
  relationships: () => Generator<string>;
};

/** Keeps links until their sheet has ended, pressed: sixty thousand addresses are five megabytes of text. */
export function collectLinks(): Links {
  const cells: string[] = [];
  const pressed: Uint8Array[] = [];
  let loose: string[] = [];
  return {
    add(cell, text) {
      const target = linkTarget(text);
      if (target === null || cells.length === MOST_LINKS) return;
      cells.push(cell);
      loose.push(relationship(cells.length, target));
      if (loose.length < BLOCK) return;
      pressed.push(deflateSync(strToU8(loose.join(""))));
      loose = [];
    },
    cells() {
      const drawn = cells.map((cell, index) => `<hyperlink ref="${cell}" r:id="rId${index + 1}"/>`);
      return drawn.length > 0 ? `<hyperlinks>${drawn.join("")}</hyperlinks>` : "";
    },
    *relationships() {
      yield RELATIONSHIPS;
      for (const block of pressed) yield strFromU8(inflateSync(block));
      yield `${loose.join("")}</Relationships>`;
    },
  };
}

function relationship(number: number, target: string): string {
  return `<Relationship Id="rId${number}" Type="${OFFICE}/relationships/hyperlink" Target="${xmlText(target)}" TargetMode="External"/>`;
}
