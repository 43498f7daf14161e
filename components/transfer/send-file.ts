import type { TransferOutcome } from "@/lib/transfer/outcome";

/** What the server said of a file: what came of it, or why nothing did, with the places in the file. */
export type Answer = { outcome: TransferOutcome } | { message: string; places: string[] };

/** Sends a form with its file and tells how much of it has gone, 0 to 1; only an XMLHttpRequest knows that. */
export function sendFile(address: string, form: FormData, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress(1);
    request.onload = () => resolve(answerOf(request.status, request.response));
    request.onerror = () => resolve({ message: LOST, places: [] });
    request.send(form);
  });
}

const LOST = "The connection was lost, so it is not known what came of it. Press Check: it says what is here already.";

function answerOf(
  status: number,
  body: TransferOutcome | { detail?: string; fields?: Record<string, string> } | null,
): Answer {
  if (status === 200 && body && "from" in body) return { outcome: body };
  const { detail = LOST, fields = {} } = body && "detail" in body ? body : {};
  return { message: detail, places: Object.values(fields) };
}
