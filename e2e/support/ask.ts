import { test as base, type APIRequestContext, type APIResponse } from "@playwright/test";

import type { Address, Answer } from "./addresses";
import { makeEstate, type Estate, type Standing } from "./estate";

/** For tests that send requests alone, without a browser: an estate for each worker, since making it takes a second. */
export const test = base.extend<object, { estate: Estate }>({
  estate: [async ({}, provide) => provide(await makeEstate()), { scope: "worker" }],
});

/** What the app answers somebody at an address, redirects not followed; posts come from a page of ours, unless told. */
export function ask(
  request: APIRequestContext,
  estate: Estate,
  { method, path, form }: Pick<Address, "method" | "path" | "form">,
  standing: Standing,
  headers: Record<string, string> = { "Sec-Fetch-Site": "same-origin" },
): Promise<APIResponse> {
  return request.fetch(path(estate), {
    method,
    headers: { ...headers, Cookie: estate.cookies[standing] },
    maxRedirects: 0,
    ...(form && { form: form(estate) }),
  });
}

/** A response as the table of addresses writes it. */
export function answerOf(response: APIResponse): Answer {
  const location = response.headers().location;
  if (location === undefined) return response.status();
  const { origin, pathname } = new URL(location, response.url());
  if (origin !== new URL(response.url()).origin) return response.status();
  return pathname === "/sign-in" && location.includes("next=") ? "to sign-in" : "to a page";
}
