/**
 * A failure for the person at the terminal: its message is one sentence that says what is wrong and what to do.
 * Start-up and commands print it without a stack and end with exit code 1.
 */
export class OperatorError extends Error {
  override name = "OperatorError";
}
