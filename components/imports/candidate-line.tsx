import { Check, GitMerge } from "lucide-react";

import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";

/** A candidate in one glance: what it is, what it would be merged with, and how it stands. */
export function CandidateLine({
  candidate,
  isBusy,
  onChoose,
}: {
  candidate: ReviewCandidate;
  isBusy: boolean;
  onChoose: (number: number) => void;
}) {
  const { number, title, services, category, availability, confidence, resolution } = candidate;
  return (
    <>
      <span className="imp-number">{number}</span>
      <div>
        <div className="imp-title">
          <a
            href={`?candidate=${number}#c${number}`}
            onClick={(event) => {
              event.preventDefault();
              onChoose(number);
            }}
          >
            {title}
          </a>
          <span className="imp-confidence" title="Confidence">
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
      <span className="imp-standing">{isBusy ? "Storing" : <Standing resolution={resolution} />}</span>
    </>
  );
}

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

function Standing({ resolution }: { resolution: ReviewCandidate["resolution"] }) {
  if (resolution === "open") return null;
  if (resolution === "skip") return "Skipped";
  return <Check size={16} aria-label="Accepted" />;
}
