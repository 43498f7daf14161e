"use client";

import { useState } from "react";

import type { LiveEvent } from "@/lib/live/types";

import { newsOfConference, type Drawn } from "./news";

/**
 * What a page of a conference has to say that it cannot show in place, and what takes in an event of another kind than
 * standings. `since` tells one drawing of the page from the next: drawn anew, it has nothing left to say.
 */
export function useConferenceNews(drawn: Drawn, since: string): [string, (event: LiveEvent) => void] {
  const [told, setTold] = useState<Extract<LiveEvent, { kind: "conference" }>>();
  const [much, setMuch] = useState("");
  const text = much === since ? "Much has changed." : told ? newsOfConference(drawn, told) : "";
  return [
    text,
    (event) => {
      if (event.kind === "conference") setTold(event);
      if (event.kind === "reload") setMuch(since);
    },
  ];
}
