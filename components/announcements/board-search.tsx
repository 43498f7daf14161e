import { Search } from "lucide-react";

import { Kbd } from "@/components/ui/kbd";
import { inputClass } from "@/components/ui/input-class";
import { MAX_QUERY_LENGTH, queryFields, type BoardFilter } from "@/lib/catalogue/board/filter";

/** A plain form: what else filters the board travels along in hidden fields. */
export function BoardSearch({ action, filter }: { action: string; filter: BoardFilter }) {
  // Without the words, so that a first search goes through everything and a named view stays named.
  const kept = queryFields({ ...filter, after: null }).filter(([name]) => name !== "q");
  return (
    <form className="relative mb-2 [grid-area:search]" role="search" action={action}>
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
      />
      <input
        key={filter.q}
        type="search"
        name="q"
        defaultValue={filter.q}
        maxLength={MAX_QUERY_LENGTH}
        aria-label="Search announcements"
        placeholder="Search announcements, notes and comments"
        enterKeyHint="search"
        className={`${inputClass} pr-8.5 pl-8`}
      />
      <span className="absolute top-[7px] right-[7px] flex max-sm:hidden">
        <Kbd isDecoration>/</Kbd>
      </span>
    </form>
  );
}
