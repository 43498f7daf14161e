import { Search } from "lucide-react";

import { MAX_QUERY_LENGTH, queryFields, type BoardFilter } from "@/lib/catalogue/board-query";

/** A plain form: what else filters the board travels along in hidden fields. */
export function BoardSearch({ action, filter }: { action: string; filter: BoardFilter }) {
  // Without the words, so that a first search goes through everything and a named view stays named.
  const kept = queryFields({ ...filter, after: null }).filter(([name]) => name !== "q");
  return (
    <form className="board-search" role="search" action={action}>
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <Search aria-hidden size={16} />
      <input
        key={filter.q}
        type="search"
        name="q"
        defaultValue={filter.q}
        maxLength={MAX_QUERY_LENGTH}
        aria-label="Search announcements"
        placeholder="Search titles, services, summaries"
        enterKeyHint="search"
      />
      <kbd aria-hidden>/</kbd>
    </form>
  );
}
