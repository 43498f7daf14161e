import { sentencesOf } from "../sentences";

/** An opinion is quoted, not the whole essay. */
const MAX_TAKE = 600;

const OPINION =
  /\b(?:I|I['’]m|I['’]ve|I['’]d|I['’]ll|we should|we['’]d|my|our|us|let['’]s hope|should|worth|useful|exciting|excited|impressive|great|awesome|cool|amazing|love|finally|unfortunately|sadly|hope(?:fully)?|disappoint\w+|expensive|cheap(?:er)? for|easy (?:win|cost)|win|game.?changer|interesting(?:ly)?|surpris\w+|weird|scary|clunky|nice|welcome|looking forward|looks (?:like|useful|really|good)|seems?|makes sense|recommend|careful|beware|consider|potential(?:ly)?|what['’]s the point|why (?:it|this) matters|anti-?pattern|not sure|probably|favou?rite|big deal|huge)\b/i;

/** The sentences that give the author's opinion or advice, apart from the facts; null when there is none. */
export function describeTake(passages: readonly string[]): string | null {
  let take = "";
  for (const sentence of passages.flatMap(sentencesOf)) {
    if (!OPINION.test(sentence.text)) continue;
    const longer = take === "" ? sentence.text : `${take} ${sentence.text}`;
    if (longer.length > MAX_TAKE) break;
    take = longer;
  }
  return take.replace(/\s+/g, " ") || null;
}
