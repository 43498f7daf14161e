"use client";

import { useState, type SubmitEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { fileClass } from "@/components/ui/input-class";
import { formatNumber } from "@/lib/format/number";

import { sendFile, type Answer } from "./send-file";
import { TransferAnswer } from "./transfer-answer";

type Props = { teamSlug: string; maxMegabytes: number };

type Sent = { isCheck: boolean; answer: Answer };

/** Choose a file, see what would come, bring it in. The file stays chosen between the two. */
export function TransferForm({ teamSlug, maxMegabytes }: Props) {
  const [problem, setProblem] = useState<string>();
  const [doing, setDoing] = useState<string>();
  const [sent, setSent] = useState<Sent>();
  const to = (what: "check" | "bring") => `/teams/${teamSlug}/transfer/file?do=${what}`;

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (doing) return;
    const button = event.nativeEvent.submitter;
    const address = (button instanceof HTMLButtonElement && button.getAttribute("formaction")) || to("check");
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.name === "") return setProblem("Choose a file first.");
    const isCheck = address === to("check");
    const working = isCheck ? "Checking…" : "Bringing in…";
    setSent(undefined);
    setDoing(working);
    const answer = await sendFile(address, form, (share) =>
      setDoing(share < 1 ? `Sending, ${Math.floor(share * 100)} %` : working),
    );
    setDoing(undefined);
    setSent({ isCheck, answer });
  }

  return (
    <form
      className="mt-6 grid gap-4"
      method="post"
      encType="multipart/form-data"
      action={to("check")}
      onSubmit={(event) => void send(event)}
    >
      <Field label="The file" hint={`debrief.json, up to ${formatNumber(maxMegabytes)} MB`} problem={problem}>
        {(control) => (
          <input
            {...control}
            className={fileClass}
            type="file"
            name="file"
            accept=".json,application/json"
            onChange={(event) => {
              const megabytes = (event.target.files?.[0]?.size ?? 0) / 1_000_000;
              setProblem(
                megabytes > maxMegabytes ? `The file is larger than ${formatNumber(maxMegabytes)} MB.` : undefined,
              );
              setSent(undefined);
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button className={buttonClass("primary")} formAction={to("check")} aria-disabled={Boolean(doing)}>
          Check
        </button>
        <button className={buttonClass()} formAction={to("bring")} aria-disabled={Boolean(doing)}>
          Bring in
        </button>
        <span role="status" className="text-xs text-ink-3">
          {doing ?? (sent ? "" : "Check says what would come and writes nothing.")}
        </span>
      </div>
      {sent && <TransferAnswer teamSlug={teamSlug} {...sent} />}
    </form>
  );
}
