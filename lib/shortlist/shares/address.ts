import { config } from "@/lib/config/env";

/** The address of the link with this secret, as people outside open it; a file of it follows after a slash. */
export function shareAddress(secret: string): string {
  return `${config().url}/share/${secret}`;
}

/** Where links lead, and whether by https, without which other sites' pages may not fetch them. */
export function sharesBase(): { url: string; isSecure: boolean } {
  const { url, isSecure } = config();
  return { url, isSecure };
}
