import Link from "next/link";
import { Fragment } from "react";

import { quadrantsPath } from "@/components/paths";
import { CATEGORY_LABEL } from "@/lib/catalogue/labels";
import { formatNumber } from "@/lib/format/number";
import { CATEGORIES } from "@/lib/recap/types";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import type { Radar } from "@/lib/shortlist/radar/queries";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

import { MovedSign } from "./moved-sign";

type Props = { teamSlug: string; radar: Radar; canArrange: boolean };

/** How the radar is to be read: what gives the rings, what is left out, how categories fold, what the signs mean. */
export function RadarIntro({ teamSlug, radar, canArrange }: Props) {
  const { conference, quadrants, items, total, before } = radar;
  const leftOut = leftOutWords(radar);
  const moved = before ? (["moved in", "moved out"] as const).filter((words) => isAnyMoved(radar, words)) : [];
  return (
    <div className="radar-top">
      <div className="radar-intro">
        <p>
          Rings follow the team’s decision, or its lean where nothing is decided yet. Below quorum is left out.{" "}
          {canArrange && <Link href={quadrantsPath(teamSlug, conference.slug)}>Change quadrants</Link>}
        </p>
        {leftOut && <p className="text-ink-3">{leftOut}</p>}
        {items.length < total && (
          <p className="text-ink-3">
            Shown are {formatNumber(items.length)} of {formatNumber(total)} with a ring, the first of every ring in
            every quadrant. The files for other radars have them all.
          </p>
        )}
        {before && (
          <p className="text-ink-3">
            Compared with {before.name}, by the first service of each announcement
            {moved.length === 0 ? ": nothing moved in or out." : "."}
          </p>
        )}
        <Folding quadrants={quadrants} />
      </div>
      <ul className="radar-legend" aria-label="Legend">
        {CHOICES.map((ring) => (
          <li key={ring} className={ring}>
            <span aria-hidden className="shape" />
            {CHOICE_LABEL[ring]}
          </li>
        ))}
        {moved.length > 0 && (
          <li>
            {moved.map((words) => (
              <Fragment key={words}>
                <MovedSign words={words} isNamed={false} />
                {words}
              </Fragment>
            ))}{" "}
            since {before?.name}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Which categories each quadrant takes. */
function Folding({ quadrants }: { quadrants: Quadrants }) {
  return (
    <details>
      <summary>Which category is where</summary>
      <dl>
        {quadrants.names.map((name, quadrant) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {CATEGORIES.filter((category) => quadrants.of[category] === quadrant)
                .map((category) => CATEGORY_LABEL[category])
                .join(", ") || "No category"}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function isAnyMoved({ items }: Radar, words: "moved in" | "moved out"): boolean {
  return items.some(({ moved }) => moved === (words === "moved in" ? 1 : -1));
}

/** "Left out: 12 below the quorum of 7, 3 split, 20 not marked yet."; null when nothing is. */
function leftOutWords({ quorum, without }: Pick<Radar, "quorum" | "without">): string | null {
  const parts = [
    [without.belowQuorum, `below the quorum of ${formatNumber(quorum)}`],
    [without.split, "split"],
    [without.hidden, "hidden from you while the round is blind"],
    [without.unmarked, "not marked yet"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${formatNumber(count)} ${words}`);
  return said.length === 0 ? null : `Left out: ${said.join(", ")}.`;
}
