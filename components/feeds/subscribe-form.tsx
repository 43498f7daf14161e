"use client";

import { useActionState } from "react";

import { ConferenceChoice } from "@/components/imports/conference-choice";
import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { TextField } from "@/components/ui/text-field";
import { subscribeByForm, type SubscribeState } from "@/lib/catalogue/feeds/actions";
import { EMPTY_FORM } from "@/lib/errors/form";

import { FeedPreview } from "./feed-preview";

type Props = { team: string; conferences: readonly { slug: string; name: string }[]; conference: string };

/** Asks for an address and a conference, shows what stands there, and subscribes. */
export function SubscribeForm({ team, conferences, conference }: Props) {
  const [state, subscribe, isBusy] = useActionState<SubscribeState, FormData>(subscribeByForm, EMPTY_FORM);
  const { problem, preview, values = {} } = state;
  const chosen = values.conferenceSlug ?? conference;
  return (
    <form action={subscribe} className="mt-4 grid gap-4" aria-label="Subscribe to a feed">
      <input type="hidden" name="team" value={team} />
      <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          label="Address of the feed"
          name="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.url}
          placeholder="https://example.com/whats-new/feed.xml"
          hint="RSS, Atom or JSON feed; or the page that names it"
          problem={problem?.fields?.url}
        />
        <ConferenceChoice conferences={conferences} chosen={chosen} problem={problem?.fields?.conferenceSlug} />
      </div>
      <FormOutcome state={{ ...(problem && { problem }) }} fields={["url", "conferenceSlug"]} />
      {preview && <FeedPreview preview={preview} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button className={buttonClass(preview ? "default" : "primary")} name="step" value="try" disabled={isBusy}>
          {preview ? "Look again" : "Look at the address"}
        </button>
        {preview && (
          <button className={buttonClass("primary")} name="step" value="subscribe" disabled={isBusy}>
            Subscribe
          </button>
        )}
        <span className="text-xs text-ink-3">New items wait for review. Nothing is on the board before that.</span>
      </div>
    </form>
  );
}
