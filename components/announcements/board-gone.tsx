import type { Facet } from "@/lib/catalogue/board/filter";
import type { Gone } from "@/lib/catalogue/board/gone";

const NOUN: Record<Facet, string> = {
  category: "category",
  availability: "availability",
  mine: "mark",
  lean: "standing",
  source: "source",
  service: "service",
};

/** What the address asks for that is not here any more, in a sentence; empty while there is nothing to say. */
export function BoardGone({ gone }: { gone: Gone[] }) {
  if (gone.length === 0) return null;
  // The id of a source says nothing to anybody.
  const parts = gone.map(({ facet, value }) => (facet === "source" ? "a source" : `the ${NOUN[facet]} “${value}”`));
  const named = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
  return (
    <p role="status" className="pb-2 text-sm wrap-anywhere text-ink-2">
      This view also asks for {named}, which {gone.length > 1 ? "are" : "is"} not here any more. The rest of it is
      shown.
    </p>
  );
}
