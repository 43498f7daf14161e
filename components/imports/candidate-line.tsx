import { Check, GitMerge } from "lucide-react";
import { memo } from "react";

import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import { UNSURE } from "@/lib/catalogue/imports/sure";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";

type Props = {
  candidate: ReviewCandidate;
  isPending: boolean;
  isRefused: boolean;
  /** Whether Tab stops here: without JavaScript at every line, with it at the current one alone. */
  isStop: boolean;
  onChoose: (number: number) => void;
};

/** A candidate in one glance: what it is, what it would be merged with, and how it stands. */
export const CandidateLine = memo(function CandidateLine(props: Props) {
  const { candidate, isPending, isRefused, isStop, onChoose } = props;
  const { number, title, services, category, availability, confidence, resolution } = candidate;
  return (
    <>
      <span className="imp-number">{number}</span>
      <div>
        <div className="imp-title">
          <a
            href={`?candidate=${number}#c${number}`}
            tabIndex={isStop ? undefined : -1}
            onClick={(event) => {
              event.preventDefault();
              onChoose(number);
            }}
          >
            {title}
          </a>
          <span className={confidence < UNSURE ? "imp-confidence unsure" : "imp-confidence"} title="Confidence">
            {confidence.toFixed(2)}
          </span>
        </div>
        <p className="imp-facts">
          {services.map((name) => (
            <span key={name}>{name}</span>
          ))}
          <span>{CATEGORY_LABEL[category]}</span>
          {availability !== "unknown" && (
            <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
          )}
        </p>
        <MatchLine candidate={candidate} />
      </div>
      <span className={isPending ? "imp-standing pending" : "imp-standing"}>
        {isRefused ? "Not stored" : <Standing resolution={resolution} isPending={isPending} />}
      </span>
    </>
  );
});

/** What accepting would do, with the reason; nothing for a candidate that would be new. */
export function MatchLine({ candidate: { match, resolution } }: { candidate: ReviewCandidate }) {
  if (!match || resolution === "create") return null;
  const { reason, title } = match;
  return (
    <p className="imp-match">
      <GitMerge size={14} aria-hidden />
      {reason?.includes("alike") && resolution === "open" ? (
        <span>
          {reason.charAt(0).toUpperCase() + reason.slice(1)}: <b>{title}</b>
        </span>
      ) : (
        <span>
          Merges with <b>{title}</b>
          {reason && `: ${reason}`}
        </span>
      )}
    </p>
  );
}

function Standing({ resolution, isPending }: { resolution: ReviewCandidate["resolution"]; isPending: boolean }) {
  if (resolution === "open") return isPending ? "Storing" : null;
  if (resolution === "skip") return "Skipped";
  if (resolution === "known") return "Here";
  const says = isPending ? "Accepted, being stored" : "Accepted";
  return resolution === "merge" ? <GitMerge size={16} aria-label={says} /> : <Check size={16} aria-label={says} />;
}
