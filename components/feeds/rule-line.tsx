"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeRuleByForm } from "@/lib/catalogue/feeds/actions";
import type { FeedRuleLine } from "@/lib/catalogue/feeds/types";
import { ruleSentence } from "@/lib/catalogue/feeds/words";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";
import { formatCount } from "@/lib/format/number";

/** A rule of a feed, what it has done, and how it ends. */
export function RuleLine({ feedId, rule }: { feedId: string; rule: FeedRuleLine }) {
  const [removed, remove] = useActionState<FormState, FormData>(removeRuleByForm, EMPTY_FORM);
  const sentence = ruleSentence(rule);
  const ids = (
    <>
      <input type="hidden" name="feedId" value={feedId} />
      <input type="hidden" name="ruleId" value={rule.id} />
    </>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2.5">
      <div className="min-w-0 wrap-anywhere">
        <p className="text-base font-medium text-ink">{sentence}</p>
        <p className="text-xs text-ink-3">
          {rule.createdBy}
          {rule.affected > 0 && `, ${formatCount(rule.affected, "item")} so far`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <form action={remove}>
          {ids}
          <SubmitButton size="small" look="quiet" label={`Remove the rule “${sentence}”`}>
            Remove
          </SubmitButton>
        </form>
      </div>
      <FormOutcome state={removed} />
    </li>
  );
}
