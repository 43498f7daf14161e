import { sameOrigin } from "@/lib/identity/same-origin";
import { endSession } from "@/lib/identity/session-cookie";
import { problemResponse } from "@/lib/errors/http";

/** Signs this browser out. A post, so that no link or image on another page can do it. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) {
    return problemResponse({ kind: "forbidden", message: "Sign out from a page of Debrief itself." });
  }
  await endSession();
  return new Response(null, { status: 303, headers: { Location: "/sign-in" } });
}
