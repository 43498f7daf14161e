import { cookies } from "next/headers";

import { isTheme, THEME_COOKIE } from "@/components/shell/theme";
import { problemResponse } from "@/lib/errors/http";
import { returnPath } from "@/lib/identity/return-path";
import { sameOrigin } from "@/lib/identity/same-origin";

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen theme in a cookie and leads back to the page it was chosen on. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) {
    return problemResponse({
      kind: "forbidden",
      message: "This form was sent from another site. Open Debrief itself.",
    });
  }
  const form = await request.formData();
  const theme = form.get("theme");
  if (!isTheme(theme)) {
    return problemResponse({ kind: "invalid", message: "Choose light, dark or system." });
  }
  (await cookies()).set(THEME_COOKIE, theme, { path: "/", maxAge: YEAR, sameSite: "lax", httpOnly: true });
  return new Response(null, { status: 303, headers: { Location: returnPath(form.get("returnTo")) } });
}
