import { ok, refuse, type Result } from "@/lib/errors/problem";

/**
 * The fields of a posted form, urlencoded or multipart. Reading stops at `maxBytes`, whatever Content-Length claims, so
 * that nobody fills the memory; what is no form at all is refused as invalid.
 */
export async function readForm(request: Request, maxBytes: number): Promise<Result<FormData>> {
  const body = await readUpTo(request, maxBytes);
  if (!body) {
    const limit = Math.round(maxBytes / 1024);
    return refuse("too-large", `That is more than ${limit} KB. Shorten it and send it again.`);
  }
  try {
    const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
    return ok(await new Response(body, { headers }).formData());
  } catch {
    return refuse("invalid", "That could not be read as a form. Open the page again and repeat what you did.");
  }
}

async function readUpTo(request: Request, maxBytes: number): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(new Uint8Array(value));
  }
  return new Blob(chunks);
}
