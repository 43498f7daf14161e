import { config, setDatabase } from "@/lib/config/env";
import { loadEnvFile } from "@/lib/config/env-file";
import { disconnectDb } from "@/lib/db/client";
import { checkDatabase } from "@/lib/db/connection";
import { provideServer } from "@/lib/db/server/provide";
import { OperatorError } from "@/lib/errors/operator-error";

/**
 * Runs a command and ends the process with the exit code it gives. What goes wrong for a known reason is one sentence
 * on stderr and exit code 1.
 */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    loadEnvFile();
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof OperatorError ? error.message : inFull(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Runs `work` with the database of this installation: DATABASE_URL, or the one in the data folder, which is started
 * and stopped again when the app is not running.
 */
export async function withDatabase<T>(command: string, work: (url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = config();
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return work(databaseUrl).finally(disconnectDb);
  }
  const server = await provideServer({ dataDir, command });
  try {
    setDatabase(server.url);
    return await work(server.url);
  } finally {
    await disconnectDb();
    await server.release();
  }
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
