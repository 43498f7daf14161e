"use client";

import { textButtonClass } from "@/components/ui/button-class";
import { formatCount } from "@/lib/format/number";

import type { Places } from "./use-places";

type Props = { places: Places; count: number; onAgain: () => void };

/** What there is to say of the list above it; how long it is is heard once it is complete. */
export function PaletteNote({ places, count, onAgain }: Props) {
  const isWaiting = places.state === "waiting";
  const said = sentence(places, count);
  return (
    <>
      <p role="status" className="sr-only">
        {isWaiting ? "" : `${formatCount(count, "result")}${said ? `. ${said}` : ""}`}
      </p>
      {said && (
        <p className="flex-none px-4 pt-3 text-ink-2" aria-hidden={places.state !== "failed"}>
          {said}{" "}
          {places.state === "failed" && (
            <button type="button" onClick={onAgain} className={`${textButtonClass} text-sm! text-accent-ink!`}>
              Search again
            </button>
          )}
        </p>
      )}
    </>
  );
}

function sentence(places: Places, count: number): string | null {
  switch (places.state) {
    case "failed":
      return places.isOffline
        ? "You are offline: announcements are not searched."
        : "Announcements were not searched: Debrief did not answer.";
    case "waiting":
      return count === 0 ? "Searching" : null;
    case "found":
      if (places.answer.match === "closest" && places.answer.announcements.length > 0)
        return "Nothing is called that. These come closest.";
      return count === 0 ? NOTHING : null;
    case "idle":
      return count === 0 ? NOTHING : null;
  }
}

const NOTHING = "Nothing is called that. Try the beginning of a word.";
