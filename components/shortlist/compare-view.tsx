import { comparePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { formatNumber } from "@/lib/format/number";
import type { ComparedSide, Comparison } from "@/lib/shortlist/compare";

import { ComparedList } from "./compared-list";

type Props = { comparison: Comparison; teamSlug: string; today: string };

/** Two conferences side by side: how much was adopted, what became of it, and of each of them. */
export function CompareView({ comparison: { here, other, others }, teamSlug, today }: Props) {
  if (!other) {
    return (
      <div className="grid max-w-[60ch] gap-2 py-6">
        <h2 className="text-lg">Nothing to compare with yet</h2>
        <p>
          {here.name} is the only conference of which the team has decided anything. Once something of another one is
          decided adopt, it stands beside this one here, with what became of it.
        </p>
      </div>
    );
  }
  return (
    <>
      <header className="list-head">
        <h2>What became of what was adopted</h2>
        <span />
        <form method="get" action={comparePath(teamSlug, here.slug)} className="compare-with">
          <label htmlFor="compare-with">Compare with</label>
          <select
            key={other.slug}
            id="compare-with"
            name="with"
            defaultValue={other.slug}
            className={`${inputClass} w-auto! max-w-72 min-w-0`}
          >
            {others.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <button className={buttonClass()}>Compare</button>
        </form>
      </header>
      <Sums sides={[other, here]} />
      <div className="compared-lists">
        {[other, here].map((side) => (
          <ComparedList key={side.slug} side={side} teamSlug={teamSlug} today={today} />
        ))}
      </div>
    </>
  );
}

const MEASURES: readonly { name: string; of: (side: ComparedSide) => string }[] = [
  { name: "Adopted", of: ({ adopted }) => formatNumber(adopted) },
  { name: "Planned", of: ({ deliveries }) => formatNumber(deliveries.planned) },
  { name: "Started", of: ({ deliveries }) => formatNumber(deliveries.started) },
  { name: "Done", of: ({ deliveries }) => formatNumber(deliveries.done) },
  { name: "Dropped", of: ({ deliveries }) => formatNumber(deliveries.dropped) },
  {
    name: "Days from decided to done, median",
    of: ({ medianDays }) => (medianDays === null ? "none yet" : `${formatNumber(medianDays)} d`),
  },
];

function Sums({ sides }: { sides: readonly ComparedSide[] }) {
  return (
    <div className="shortlist-list">
      <table className="compared" aria-label="Both conferences in numbers">
        <thead>
          <tr>
            <td />
            {sides.map(({ slug, name }) => (
              <th key={slug} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {sides.map((side) => (
                <td key={side.slug}>{of(side)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
