export const THEME_COOKIE = "theme";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** Whether a cookie or a form names a theme of ours. */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
