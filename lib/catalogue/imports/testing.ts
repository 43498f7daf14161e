import "@/lib/testing/database";
import { createConference, createTeam } from "@/lib/testing/builders";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { createImport } from "./create-import";
import { readImport } from "./queries";
import type { ImportReview } from "./types";

/** A short recap of our own, for tests. */
export const POST = `---
title: What we take home
author: Ines Calder
---

## Storage

**[EBS gp3 volumes](https://aws.amazon.com/about-aws/whats-new/2020/12/gp3/)** begin at 3,000 IOPS and list a fifth below gp2. Change your default volume type before you do anything else.

## Serverless

**[Lambda container images](https://aws.amazon.com/blogs/aws/lambda-images/)** may be up to 10 GB. Our build team cheered.

## Running things

**[AWS Proton](https://aws.amazon.com/blogs/aws/proton/)** (preview) lets a platform team publish templates that others fill in.
`;

/** The same recap some days later: one passage says more, one announcement is available now, one is new. */
export const NEWER_POST = POST.replace(
  "Our build team cheered.",
  "Our build team cheered, and then read the price list.",
).replace("(preview) lets", "is now generally available and lets").concat(`
## Networking

**[VPC Reachability Analyzer](https://aws.amazon.com/blogs/aws/reachability/)** tells why two hosts cannot talk.
`);

/** A lead of a new team, and a new conference. */
export async function createLead() {
  const team = await createTeam();
  return { team, viewer: await createTeamViewer({ team, role: "lead" }), conference: await createConference() };
}

/** Reads a post in and gives its review. Throws when that is refused. */
export async function readIn(viewer: TeamViewer, conferenceSlug: string, text = POST): Promise<ImportReview> {
  const result = await createImport(viewer, { conferenceSlug, text });
  if (!result.ok) throw new Error(result.problem.message);
  return reviewOf(viewer, result.value.importId);
}

/** The review of an import that is there. */
export async function reviewOf(viewer: TeamViewer, importId: string): Promise<ImportReview> {
  const review = await readImport(viewer, importId);
  if (!review) throw new Error("there is no such import");
  return review;
}
