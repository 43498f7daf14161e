import { wholePercent } from "@/lib/format/number";

type Props = {
  /** 0 to 1. */
  share: number;
  label: string;
  /** Mine is in the accent; the team's and others' are grey. */
  isMine?: boolean;
};

/** How far something is; the number stands beside it. */
export function Progress({ share, label, isMine = false }: Props) {
  const percent = wholePercent(share);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1.5 min-w-0 overflow-hidden rounded-xs bg-sunken shadow-[inset_0_0_0_1px_color-mix(in_oklab,var(--color-line-strong)_60%,transparent)]"
    >
      <div className={`h-full ${isMine ? "bg-accent" : "bg-line-control"}`} style={{ width: `${percent}%` }} />
    </div>
  );
}
