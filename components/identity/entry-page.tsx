import type { ReactNode } from "react";

import { Logo } from "@/components/shell/logo";

type Props = {
  title: string;
  /** A line under the title: where, or what for. */
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
};

/** The page of somebody who is not inside yet: sign-in, set-up, invitations. */
export function EntryPage({ title, lead, children, foot }: Props) {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="flex w-full max-w-86 flex-col">
        <Logo className="mb-5 size-7" />
        <h1>{title}</h1>
        {lead && <p className="mt-1 text-sm text-ink-2">{lead}</p>}
        <div className="mt-6 flex flex-col gap-6">{children}</div>
        {foot && <div className="mt-6 text-xs text-ink-3">{foot}</div>}
      </div>
    </main>
  );
}
