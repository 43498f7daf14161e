/** Whether a text is a file of everything that Debrief wrote: it says so first. */
export function isTransferFile(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"debrief"/.test(text);
}
