import { spawn } from "node:child_process";
import { chownSync, statSync } from "node:fs";

import { programEnvironment } from "@/lib/config/env";
import { OperatorError } from "@/lib/errors/operator-error";

/** How PostgreSQL's programs are run: as ourselves, or, since they refuse root, as another user. */
export type Account = {
  /** Runs a program to its end. */
  run: (program: string, args: readonly string[]) => Promise<Outcome>;
  /** Gives a file or folder to the user that runs PostgreSQL. */
  own: (file: string) => void;
};

export type Outcome = { code: number | null; output: string };

type User = { uid: number; gid: number };

/**
 * The account for a cluster in `folder`, which exists, run from `program`. Root hands over to the folder's owner, or
 * to postgres or nobody when the folder is root's own.
 */
export async function accountFor({ folder, program }: { folder: string; program: string }): Promise<Account> {
  const me = process.getuid?.();
  const owner = statSync(folder);
  if (me !== 0) {
    if (me !== undefined && owner.uid !== me) {
      throw new OperatorError(
        `The database in ${folder} belongs to another user: start as that user, or set DEBRIEF_DATA_DIR to another folder.`,
      );
    }
    return { run: (command, args) => execute(command, args), own: () => undefined };
  }

  const user = owner.uid === 0 ? await unprivilegedUser() : { uid: owner.uid, gid: owner.gid };
  const own = (file: string) => chownSync(file, user.uid, user.gid);
  own(folder);
  const plain = { run: (command: string, args: readonly string[]) => execute(command, args, user), own };
  if (await canReach(plain, [folder, program])) {
    return plain;
  }
  const passing = { run: throughClosedFolders(user), own };
  if (await canReach(passing, [folder, program])) {
    return passing;
  }
  throw new OperatorError(
    `PostgreSQL does not run as root, and another user cannot enter ${folder}: set DEBRIEF_DATA_DIR to a folder every user can enter, or DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

/**
 * Lets the user pass folders that are closed to it (a clone under /root or in `mktemp -d`) without opening them for
 * anybody else: one capability, kept by the programs that are started, instead of a changed mode. The secure bit keeps
 * it in force for access(2) too, with which PostgreSQL looks at its own programs. util-linux, Linux only.
 */
function throughClosedFolders({ uid, gid }: User): Account["run"] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const capability = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return (program, args) => execute("setpriv", [...identity, ...capability, program, ...args]);
}

async function canReach({ run }: Pick<Account, "run">, [folder, program]: readonly [string, string]): Promise<boolean> {
  const tried = await run("sh", ["-c", 'test -w "$1" && test -x "$2"', "sh", folder, program]);
  return tried.code === 0;
}

async function unprivilegedUser(): Promise<User> {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [await execute("id", ["-u", name]), await execute("id", ["-g", name])];
    if (uid.code === 0 && gid.code === 0) {
      return { uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new OperatorError(
    "PostgreSQL does not run as root, and this machine has no user postgres or nobody: start as an ordinary user, or set DATABASE_URL.",
  );
}

function execute(program: string, args: readonly string[], user?: User): Promise<Outcome> {
  return new Promise((resolve) => {
    // The root folder, because the user may not be allowed into ours.
    const child = spawn(program, args, {
      ...user,
      cwd: "/",
      env: programEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}
