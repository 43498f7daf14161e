"use client";

import { useActionState } from "react";

import { ConfirmDetails } from "@/components/identity/confirm-details";
import { Facts } from "@/components/ui/facts";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { formatDateTime, formatDay } from "@/lib/format/date";
import { endShare } from "@/lib/shortlist/shares/actions";
import type { Share } from "@/lib/shortlist/shares/types";

import { KINDS, showsWords } from "./share-words";

/** One link: what it shows and to whom, until when, when it was last used, and the way to end it. */
export function ShareRow({ teamSlug, share }: { teamSlug: string; share: Share }) {
  const [state, action] = useActionState(endShare, EMPTY_FORM);
  const { id, kind, label, state: standing, by, at, lastUsedAt, shows, filter } = share;
  const title = label || KINDS[kind].name;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="grid min-w-0 gap-0.5">
        <p className={`text-sm font-medium wrap-anywhere ${standing === "live" ? "text-ink" : "text-ink-3"}`}>
          {title}
        </p>
        <Facts
          isSmall
          facts={[
            label && KINDS[kind].name,
            filter && `only ${filter}`,
            showsWords(shows),
            `by ${by}, ${formatDay(at)}`,
          ]}
        />
        <Facts
          isSmall
          facts={[standingOf(share), lastUsedAt ? `last used ${formatDateTime(lastUsedAt)}` : "never used"]}
        />
      </div>
      {standing === "live" && (
        <ConfirmDetails summary="Revoke" label={`Revoke the link ${title}`}>
          <form action={action} className="flex flex-col gap-3">
            <input type="hidden" name="team" value={teamSlug} />
            <input type="hidden" name="shareId" value={id} />
            <p className="text-sm">
              Revoke this link? Whoever has it finds nothing there any more, at once and for good. What they have saved
              they keep.
            </p>
            <SubmitButton look="danger" label={`Revoke ${title}`}>
              Revoke
            </SubmitButton>
          </form>
        </ConfirmDetails>
      )}
      {state.problem && (
        <div className="col-span-full">
          <FormOutcome state={state} />
        </div>
      )}
    </li>
  );
}

function standingOf({ state, until, revokedAt }: Share): string {
  if (state === "revoked") return revokedAt ? `revoked ${formatDay(revokedAt)}` : "revoked";
  if (state === "expired") return until ? `ended after ${formatDay(until)}` : "ended";
  return until ? `works until the end of ${formatDay(until)}` : "works until it is revoked";
}
