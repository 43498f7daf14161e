import type { GithubPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";

type Props = {
  here: GithubPath;
  /** The filter, which goes along. */
  filter: URLSearchParams;
  /** What was typed, whatever it was. */
  typed: string;
  problem: string | undefined;
};

/** Names the repository that issues are opened in; it is kept in the address alone. */
export function RepositoryForm({ here, filter, typed, problem }: Props) {
  return (
    <form action={here} method="get" className="grid max-w-[34rem] gap-3">
      {[...filter].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="repo"
        label="Repository"
        defaultValue={typed}
        problem={problem}
        hint="owner/name, or its https address, also on GitHub Enterprise. It is kept in the address of this page and nowhere else."
        placeholder="owner/name"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div>
        <button className={buttonClass("primary")}>Make links</button>
      </div>
    </form>
  );
}
