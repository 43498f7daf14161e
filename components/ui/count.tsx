import { formatNumber } from "@/lib/format/number";

/** How many there are of what it stands beside. */
export function Count({ of }: { of: number }) {
  return (
    <span className="min-w-[18px] rounded-full bg-sunken px-1.5 text-center text-2xs font-medium text-ink-2 tabular-nums">
      {formatNumber(of)}
    </span>
  );
}
