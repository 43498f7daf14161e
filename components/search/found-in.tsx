import type { Snippet } from "@/lib/catalogue/search/types";

import { Highlighted } from "./highlighted";

/** The line below a row that says where else it was found: "In Ada’s note: …". */
export function FoundIn({ snippet }: { snippet: Snippet }) {
  return (
    <span className="mt-1 block max-w-[72ch] text-xs wrap-anywhere text-ink-2">
      <span className="text-ink-3">{placeOf(snippet)}:</span>{" "}
      <Highlighted text={snippet.text} ranges={snippet.ranges} />
    </span>
  );
}

function placeOf({ place, of }: Snippet): string {
  if (place === "note") return `In ${of}’s note`;
  if (place === "comment") return `In a comment by ${of}`;
  if (place === "source") return `In “${of}”`;
  return place === "decision" ? "In the decision" : "In the summary";
}
