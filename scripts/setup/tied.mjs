// Loaded into a child with node --import: when the process that started it is gone, in whatever way, it ends too.
const PATIENCE = 5_000;

process.on("disconnect", () => {
  setTimeout(() => process.exit(1), PATIENCE).unref();
  process.kill(process.pid, "SIGTERM");
});
