"use client";

import { useActionState, type ReactNode } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { changeView, keepView } from "@/lib/catalogue/views/actions";
import type { SavedView } from "@/lib/catalogue/views/types";
import { EMPTY_FORM, type FormState } from "@/lib/errors/form";

/** Where the form is sent from, and whether who sends it may change what is the team's. */
type Props = { teamSlug: string; conferenceSlug: string; canShare: boolean };

/** Saves what is shown under a name. */
export function SaveViewForm({ teamSlug, conferenceSlug, canShare, query }: Props & { query: string }) {
  const [state, action] = useActionState(keepView, EMPTY_FORM);
  return (
    <ViewForm action={action} state={state} teamSlug={teamSlug} conferenceSlug={conferenceSlug}>
      <input type="hidden" name="query" value={query} />
      <ViewName state={state} name="" />
      {canShare && (
        <label className="flex min-h-8 items-center gap-2 text-sm text-ink">
          <input type="checkbox" name="shared" defaultChecked={state.values?.shared === "on"} />
          For the whole team
        </label>
      )}
      <div>
        <SubmitButton>Save view</SubmitButton>
      </div>
    </ViewForm>
  );
}

/** Renames, shares or deletes the view that is shown. What is the team's is for its leads to change. */
export function EditViewForm({ teamSlug, conferenceSlug, canShare, view }: Props & { view: SavedView }) {
  const [state, action] = useActionState(changeView, EMPTY_FORM);
  if (view.isShared && !canShare) {
    return <p className="max-w-64 p-3 text-sm">This view is the team’s. A lead can rename or delete it.</p>;
  }
  return (
    <ViewForm action={action} state={state} teamSlug={teamSlug} conferenceSlug={conferenceSlug}>
      <input type="hidden" name="id" value={view.id} />
      <ViewName state={state} name={view.name} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Rename</SubmitButton>
        {canShare && !view.isShared && <Deed deed="share">Share with the team</Deed>}
        <Deed deed="delete">Delete</Deed>
      </div>
      <p className="text-xs text-ink-3">
        {view.isShared ? "Everybody in the team sees this view." : "Only you see this view."}
      </p>
    </ViewForm>
  );
}

function ViewForm({
  action,
  state: { problem },
  teamSlug,
  conferenceSlug,
  children,
}: Omit<Props, "canShare"> & { action: (form: FormData) => void; state: FormState; children: ReactNode }) {
  return (
    <form action={action} className="grid w-72 max-w-full gap-3 p-3">
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="conference" value={conferenceSlug} />
      {children}
      {problem && !problem.fields?.name && <ProblemNote problem={problem} />}
    </form>
  );
}

function ViewName({ state, name }: { state: FormState; name: string }) {
  return (
    <TextField
      name="name"
      label="Name of the view"
      required
      autoComplete="off"
      defaultValue={state.values?.name ?? name}
      problem={state.problem?.fields?.name}
    />
  );
}

/** A button that says what else becomes of the view; Enter in the name renames. */
function Deed({ deed, children }: { deed: "share" | "delete"; children: ReactNode }) {
  return (
    <button
      type="submit"
      name="deed"
      value={deed}
      formNoValidate
      className={buttonClass(deed === "delete" ? "danger" : "default")}
    >
      {children}
    </button>
  );
}
