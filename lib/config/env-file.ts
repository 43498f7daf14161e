import { existsSync } from "node:fs";

import { OperatorError } from "@/lib/errors/operator-error";

/** Adds what `.env` in the working folder says to this process's environment; what is already set there wins. */
export function loadEnvFile(file = ".env"): void {
  if (!existsSync(file)) {
    return;
  }
  try {
    process.loadEnvFile(file);
  } catch {
    throw new OperatorError(`${file} cannot be read: make it readable for the user who starts the app.`);
  }
}
