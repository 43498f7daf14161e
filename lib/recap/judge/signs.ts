import type { Proposal } from "../propose/proposal";

import { addPassageSigns } from "./passage-signs";
import { addPlaceSigns } from "./place-signs";
import { addTitleSigns } from "./title-signs";
import type { Post, Signs } from "./types";

/** Everything about a proposal and its place in the post that speaks for or against it. */
export function signsOf(proposal: Proposal, post: Post): Signs {
  const signs: Signs = new Map([["any", 1]]);
  addTitleSigns(signs, proposal, post);
  addPassageSigns(signs, proposal);
  addPlaceSigns(signs, proposal, post);
  return signs;
}
