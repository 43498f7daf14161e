import { wholePercent } from "@/lib/format/number";

type Props = {
  share: number;
  label: string;
  /** Mine is in the accent, the team's and others' are grey. */ isMine?: boolean;
};

/** How far something is, 0 to 1; the number stands beside it. */
export function ProgressBar({ share, label, isMine = false }: Props) {
  const percent = wholePercent(share);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1.5 min-w-0 overflow-hidden rounded-full border border-line bg-sunken"
    >
      <div className={`h-full ${isMine ? "bg-accent" : "bg-ignore"}`} style={{ width: `${percent}%` }} />
    </div>
  );
}
