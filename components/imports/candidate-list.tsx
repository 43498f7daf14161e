"use client";

import type { RefObject } from "react";

import type { MergeTarget } from "@/lib/catalogue/imports/targets";
import type { ReviewCandidate } from "@/lib/catalogue/imports/types";
import type { FormState } from "@/lib/errors/form";

import { CandidateEditor } from "./candidate-editor";
import { CandidateLine } from "./candidate-line";
import { nextOpen } from "./review-state";

type Props = {
  importId: string;
  candidates: readonly ReviewCandidate[];
  current: number;
  pending: ReadonlyMap<string, ReviewCandidate>;
  refused: ReadonlyMap<string, FormState>;
  /** Whether the page listens; before, every line can be reached with Tab. */
  isLive: boolean;
  does: {
    go: (number: number) => void;
    answer: (candidate: ReviewCandidate, form: FormData) => void;
    save: (candidate: ReviewCandidate, form: FormData) => void;
    restore: (id: string) => void;
  };
  editor: RefObject<HTMLDivElement | null>;
  targets: readonly MergeTarget[] | null;
  query: string;
  onShowPlace: () => void;
};

/** The candidates, one line each, and the editor of the one under review. */
export function CandidateList(props: Props) {
  const { importId, candidates, current, pending, refused, isLive, does, editor, targets, query, onShowPlace } = props;
  if (candidates.length === 0) return <p className="py-6 text-sm text-ink-3">None of them is here. Show all again.</p>;
  return (
    <ol start={candidates[0]?.number}>
      {candidates.map((candidate) => {
        const { id, number, resolution } = candidate;
        return number === current ? (
          <li key={id} id={`c${number}`} className="imp-candidate current" aria-current="true">
            <span className="imp-number">{number}</span>
            <CandidateEditor
              importId={importId}
              candidate={candidate}
              next={nextOpen(candidates, current)}
              refused={refused.get(id) ?? null}
              targets={targets}
              query={query}
              ref={editor}
              onAnswer={(form) => does.answer(candidate, form)}
              onSave={(form) => does.save(candidate, form)}
              onRestore={() => does.restore(id)}
              onShowPlace={onShowPlace}
            />
          </li>
        ) : (
          <li key={id} id={`c${number}`} className={`imp-candidate ${resolution}`}>
            <CandidateLine
              candidate={candidate}
              isPending={pending.has(id)}
              isRefused={refused.has(id)}
              isStop={!isLive}
              onChoose={does.go}
            />
          </li>
        );
      })}
    </ol>
  );
}
