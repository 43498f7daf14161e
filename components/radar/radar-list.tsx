import { announcementPath } from "@/components/paths";
import { listed } from "@/lib/shortlist/radar/numbering";
import { movedWords, type Pictured } from "@/lib/shortlist/radar/picture";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import { CHOICE_LABEL } from "@/lib/voting/labels";

import { MovedSign } from "./moved-sign";

type Item = Pictured & { slug: string; isLean: boolean };
type Props = { teamSlug: string; items: readonly Item[]; names: Quadrants["names"] };

/** A column holds a quadrant whole as long as it is not longer than the picture beside it. */
const WHOLE = 24;

/** What the picture shows, by quadrant and ring, under the same numbers. */
export function RadarList({ teamSlug, items, names }: Props) {
  return (
    <div className="radar-list">
      {listed(items).map(({ quadrant, rings }) => (
        <section
          key={quadrant}
          aria-labelledby={`q${quadrant}`}
          data-whole={rings.flatMap((ring) => ring.items).length <= WHOLE || undefined}
        >
          <h2 id={`q${quadrant}`}>{names[quadrant]}</h2>
          {rings.length === 0 && <p className="pt-2 text-xs text-ink-3">Nothing here.</p>}
          {rings.map((ring) => (
            <div key={ring.ring}>
              <h3 className={ring.ring}>
                <span aria-hidden className="shape" />
                {CHOICE_LABEL[ring.ring]}
              </h3>
              <ol start={ring.items[0]?.number}>
                {ring.items.map((item) => (
                  <Line key={item.id} item={item} teamSlug={teamSlug} />
                ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Line({ item: { number, slug, title, moved, isLean }, teamSlug }: { item: Item; teamSlug: string }) {
  const words = movedWords(moved);
  return (
    <li id={`r${number}`} data-number={number}>
      <span>{number}</span>
      <a href={announcementPath(teamSlug, slug)}>{title}</a>
      {isLean && <span className="radar-lean">leans</span>}
      {words && <MovedSign words={words} />}
    </li>
  );
}
