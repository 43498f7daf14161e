"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeRuleByForm, reverseRuleByForm } from "@/lib/catalogue/feeds/actions";
import type { FeedRuleLine } from "@/lib/catalogue/feeds/types";
import { ruleSentence } from "@/lib/catalogue/feeds/words";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";
import { formatCount } from "@/lib/format/number";

/** The rules of a feed in their order, what each has done, and how it ends. What became of one is said below them all. */
export function RuleList({ feedId, rules }: { feedId: string; rules: readonly FeedRuleLine[] }) {
  const [removed, remove] = useActionState<FormState, FormData>(removeRuleByForm, EMPTY_FORM);
  const [reversed, reverse] = useActionState<FormState, FormData>(reverseRuleByForm, EMPTY_FORM);
  return (
    <div className="mt-3 grid gap-2">
      {rules.length > 0 ? (
        <ol className="border-t border-line">
          {rules.map((rule) => (
            <li
              key={rule.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2.5"
            >
              <div className="min-w-0 wrap-anywhere">
                <p className="text-base font-medium text-ink">{ruleSentence(rule)}</p>
                <p className="text-xs text-ink-3">
                  {rule.createdBy}
                  {rule.affected > 0 && `, ${formatCount(rule.affected, "item")} so far`}
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                {rule.affected > 0 && <EndForm action={reverse} {...{ feedId, rule }} word="Take back" />}
                <EndForm action={remove} {...{ feedId, rule }} word="Remove" />
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-sm text-ink-2">Without rules, every new item waits for review.</p>
      )}
      <FormOutcome state={removed} />
      <FormOutcome state={reversed} />
    </div>
  );
}

type EndProps = { action: (form: FormData) => void; feedId: string; rule: FeedRuleLine; word: string };

function EndForm({ action, feedId, rule, word }: EndProps) {
  return (
    <form action={action}>
      <input type="hidden" name="feedId" value={feedId} />
      <input type="hidden" name="ruleId" value={rule.id} />
      <SubmitButton
        size="small"
        look={word === "Remove" ? "quiet" : "default"}
        label={`${word}: ${ruleSentence(rule)}`}
      >
        {word}
      </SubmitButton>
    </form>
  );
}
