import { CircleAlert } from "lucide-react";

type Props = { id?: string | undefined; problem: { message: string } | undefined };

/** Why something was not stored, said as soon as it is known; empty while there is nothing to say. */
export function ProblemNote({ id, problem }: Props) {
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger-ink empty:hidden">
      {problem && (
        <>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{problem.message}</span>
        </>
      )}
    </p>
  );
}
