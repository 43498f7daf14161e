import { cookies } from "next/headers";

import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { problemResponse } from "@/lib/errors/http";
import { readForm } from "@/lib/http/read-form";
import { returnLocation } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";

const YEAR = 365 * 24 * 60 * 60;

/** A theme and the path to go back to. */
const MAX_BYTES = 16 * 1024;

/** Keeps the chosen theme in a cookie and leads back to the page it was chosen on. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) {
    return problemResponse({
      kind: "forbidden",
      message: "This form was sent from another site. Open Debrief itself.",
    });
  }
  const form = await readForm(request, MAX_BYTES);
  if (!form.ok) return problemResponse(form.problem);
  const theme = form.value.get("theme");
  if (!isTheme(theme)) {
    return problemResponse({ kind: "invalid", message: "Choose light, dark or system." });
  }
  (await cookies()).set(THEME_COOKIE, theme, { path: "/", maxAge: YEAR, sameSite: "lax", httpOnly: true });
  return new Response(null, { status: 303, headers: { Location: returnLocation(form.value.get("returnTo")) } });
}
