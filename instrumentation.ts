/** Runs once, before the app answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { guardForwardedFor } = await import("@/lib/identity/client-address");
  guardForwardedFor();
  if (process.env.NEXT_PHASE === "phase-production-build") return;
  const { startFeedChecks } = await import("@/lib/catalogue/feeds/runner");
  startFeedChecks();
  const { startRoundClock } = await import("@/lib/voting/rounds/runner");
  startRoundClock();
  const { resumeReadings } = await import("@/lib/catalogue/imports/reading/runner");
  resumeReadings();
}
