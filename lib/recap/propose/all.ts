import type { Entry } from "../outline";
import type { Vendor } from "../services/gazetteer";

import { proposeAddresses } from "./addresses";
import { proposeAnnouncing } from "./announcing";
import { proposeCoined } from "./coined";
import { proposeHeadings } from "./headings";
import { proposeInline } from "./inline";
import { proposeLeads } from "./leads";
import { proposeLines } from "./lines";
import { namesSomething } from "./names-something";
import type { Proposal } from "./proposal";
import { proposeProse } from "./prose";
import { splitProposal } from "./split";

const PROPOSERS = [
  proposeLeads,
  proposeHeadings,
  proposeAnnouncing,
  proposeLines,
  proposeInline,
  proposeProse,
  proposeCoined,
  proposeAddresses,
];

/** Everything in a post that could be an announcement, by each of the ways authors write them; most are none. */
export function proposalsOf({ entries, vendor }: { entries: readonly Entry[]; vendor: Vendor | null }): Proposal[] {
  return PROPOSERS.flatMap((propose) => propose(entries))
    .filter(namesSomething)
    .flatMap((proposal) => splitProposal(proposal, vendor));
}
