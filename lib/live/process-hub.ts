import "server-only";

import { config } from "@/lib/config/env";

import { Hub } from "./hub";

// Next loads this file anew when it is edited, and once for each bundle it is in; the hub of the process stays.
const holder: { debriefLive?: Hub } & typeof globalThis = globalThis;

/** The hub of this process, listening from the first page that asks on. */
export function liveHub(): Hub {
  return (holder.debriefLive ??= start());
}

function start(): Hub {
  const { databaseDirectUrl } = config();
  if (!databaseDirectUrl) {
    throw new Error("DATABASE_URL is not set: start the app with npm start, which provides a database.");
  }
  const hub = new Hub(databaseDirectUrl);
  // Next waits for requests that are under way, and a stream is under way until somebody ends it.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void hub.close());
  return hub;
}
