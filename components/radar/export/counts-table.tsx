import { formatNumber } from "@/lib/format/number";
import type { RadarCounts } from "@/lib/shortlist/formats/radar-mapping-counts";

const NUMBER = "py-2 pl-2 text-right text-sm tabular-nums";

/** How many items each ring of each quadrant of the other radar gets, in its words. */
export function CountsTable({ caption, counts: { rings, rows } }: { caption: string; counts: RadarCounts }) {
  return (
    <table className="w-full border-collapse">
      <caption className="pb-2 text-left text-sm font-medium text-ink">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          <th scope="col" className="py-2">
            <span className="sr-only">Quadrant</span>
          </th>
          {rings.map((ring) => (
            <th key={ring} scope="col" className="py-2 pl-2 text-right sm:w-24">
              {ring}
            </th>
          ))}
          <th scope="col" className="py-2 pl-2 text-right sm:w-16">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ quadrant, counts, total }, row) => (
          <tr key={row} className="border-b border-line">
            <th scope="row" className="py-2 text-sm wrap-anywhere text-ink">
              {quadrant}
            </th>
            {counts.map((count, ring) => (
              <td key={ring} className={`${NUMBER} ${count === 0 ? "text-ink-3" : "text-ink"}`}>
                {formatNumber(count)}
              </td>
            ))}
            <td className={`${NUMBER} font-medium text-ink`}>{formatNumber(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
