import "server-only";

import path from "node:path";

import { config } from "@/lib/config/env";
import { formatNumber } from "@/lib/format/number";

/** How large a file may be that is brought in, in megabytes. */
export function maxTransferMegabytes(): number {
  return config().transferMegabytes;
}

/** What is said of a larger one. */
export function tooLargeSentence(): string {
  const limit = formatNumber(maxTransferMegabytes());
  return `The file is larger than ${limit} MB. Ask whoever runs Debrief to raise DEBRIEF_TRANSFER_MAX_MB, then bring it in.`;
}

/** Where a file waits while it is read: beside the data, because a temporary folder may be memory. */
export function uploadFolder(): string {
  return path.join(config().dataDir, "uploads");
}
