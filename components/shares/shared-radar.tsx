import { formatNumber } from "@/lib/format/number";
import type { RadarItem } from "@/lib/shortlist/export/types";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import { SHOWN_LINES } from "@/lib/shortlist/shares/shown";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";

import { SharedTitle } from "./shared-title";

type Props = {
  quadrants: Quadrants;
  items: readonly RadarItem[];
  isAll: boolean;
  picture: { address: string; alt: string } | null;
};

/** A radar as a picture, and the same as a list: by quadrant, then by ring. */
export function SharedRadar({ quadrants, items, isAll, picture }: Props) {
  if (items.length === 0) return <p>Nothing has a ring yet: nothing is decided, and nothing has marks enough.</p>;
  return (
    <>
      {picture && (
        <picture>
          <source media="(prefers-color-scheme: dark)" srcSet={`${picture.address}?theme=dark`} />
          {/* Drawn by the server at each request, in sizes of its own: there is nothing to optimise. */}
          <img
            src={picture.address}
            alt={`${picture.alt}; the list below says the same.`}
            className="h-auto w-full rounded-lg border border-line bg-surface"
          />
        </picture>
      )}
      <div className="grid gap-8 sm:grid-cols-2">
        {quadrants.names.map((name, quadrant) => (
          <Quadrant key={quadrant} name={name} items={items.filter((item) => item.quadrant === quadrant)} />
        ))}
      </div>
      {!isAll && (
        <p className="text-sm text-ink-3">
          Listed are the first {formatNumber(SHOWN_LINES)}; the picture and the files have them all.
        </p>
      )}
    </>
  );
}

function Quadrant({ name, items }: { name: string; items: readonly RadarItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className="min-w-0">
      <h2 className="border-b border-line pb-1.5 wrap-anywhere">{name}</h2>
      {CHOICES.map((ring) => (
        <Ring key={ring} ring={ring} items={items.filter((item) => item.ring === ring)} />
      ))}
    </section>
  );
}

function Ring({ ring, items }: { ring: Choice; items: readonly RadarItem[] }) {
  if (items.length === 0) return null;
  return (
    <div className={`${ring} pt-2`}>
      <h3 className="flex items-center gap-1.5 text-(--c-ink)">
        <span className="shape text-(--c)" aria-hidden />
        {CHOICE_LABEL[ring]}
      </h3>
      <ul>
        {items.map(({ id, title, link }) => (
          <li key={id} className="py-0.5">
            <SharedTitle title={title} link={link} />
          </li>
        ))}
      </ul>
    </div>
  );
}
