import { spawn } from "node:child_process";

/** A failure whose message is one sentence for the person at the terminal. */
export class SetupError extends Error {}

/** Runs `main`; a SetupError becomes one sentence on stderr and exit code 1. */
export async function entry(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Runs a program with its output on ours and gives its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Runs a program out of sight; when it fails, shows what it said and throws the sentence. Ends with us. */
export async function runQuietly(program, args, { sentence, signal, ...options }) {
  let output = "";
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], signal, ...options });
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const stop = () => child.kill() && process.exit(130);
  const signals = signal ? [] : ["SIGINT", "SIGTERM", "SIGHUP"];
  signals.forEach((name) => process.once(name, stop));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => resolve((output += error.message)));
    child.on("close", resolve);
  });
  signals.forEach((name) => process.off(name, stop));
  signal?.throwIfAborted();
  if (code !== 0) {
    process.stderr.write(`\n${output.trim()}\n\n`);
    throw new SetupError(sentence);
  }
}

/** Says on stderr what is being done and how long it took; stdout belongs to the command. */
export async function step(name, work) {
  const started = Date.now();
  process.stderr.write(`${name} … `);
  try {
    await work();
    process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    process.stderr.write("not done\n");
    throw error;
  }
}

/** Node's arguments for our TypeScript: `server-only` means nothing outside of a bundler but under this condition. */
export function typescript(file, ...args) {
  return ["--conditions=react-server", "--import", "tsx", file, ...args];
}
