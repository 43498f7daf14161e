import type { Theme } from "@/components/shell/theme";

/** Shows a theme at once, and keeps it for the next page. */
export function switchTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  void fetch("/theme", { method: "POST", body: new URLSearchParams({ theme }), redirect: "manual" });
}

/** Posts the form that the account menu has. */
export function signOut(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out";
  document.body.append(form);
  form.submit();
}

/** Presses the key by which every page that has keys shows them. */
export function showKeys(): void {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, cancelable: true }));
}
