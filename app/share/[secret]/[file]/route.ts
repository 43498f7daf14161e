import { problemResponse } from "@/lib/errors/http";
import { disposition } from "@/lib/shortlist/formats/file-name";
import { sharedFile } from "@/lib/shortlist/shares/open";

type Context = RouteContext<"/share/[secret]/[file]">;

/**
 * With every answer, so that those to a link that is not there differ in nothing from those to one that has ended. Radars in
 * other sites' pages fetch these files without credentials; nothing that lies on the way keeps them, so that a revoked link
 * is gone at once; and a picture that somebody opens by itself may draw and do nothing else.
 */
const ALWAYS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "private, no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex, nofollow",
};

const METHODS = "GET, HEAD, OPTIONS";
const A_DAY = String(24 * 60 * 60);

/** A file of a share link, for tools and people who hold its address. Nobody is asked who they are. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const file = await askedFile(request, context);
  return file ? new Response(file.body, { headers: headersOf(file) }) : nothing();
}

/** What GET would say of the file, without making it. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  const file = await askedFile(request, context);
  if (!file) return new Response(null, nothing());
  await file.body.cancel();
  return new Response(null, { headers: headersOf(file) });
}

/** Answers the question browsers ask before an unusual request, the same for every address. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...ALWAYS,
      Allow: METHODS,
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": A_DAY,
    },
  });
}

async function askedFile(request: Request, { params }: Context) {
  const { secret, file } = await params;
  return sharedFile(secret, file, new URL(request.url).searchParams.get("theme"));
}

function headersOf({ name, contentType }: { name: string; contentType: string }): Record<string, string> {
  return { ...ALWAYS, "Content-Type": contentType, "Content-Disposition": disposition(name, "inline") };
}

function nothing(): Response {
  const response = problemResponse({
    kind: "not-found",
    message: "There is nothing at this address, or not any more. Ask whoever gave it to you for a new link.",
  });
  for (const [header, value] of Object.entries(ALWAYS)) response.headers.set(header, value);
  return response;
}
