"use client";

import { Moon, Sun } from "lucide-react";

import { ReturnTo } from "./return-to";

/**
 * Light or dark, whichever is not showing. Two buttons of which style sheets show one, because only they know what the
 * system prefers. Posts, so that it works without JavaScript.
 */
export function ThemeForm() {
  return (
    <form action="/theme" method="post" onSubmit={switchHere} className="hidden sm:block">
      <ReturnTo />
      <button name="theme" value="dark" aria-label="Dark theme" title="Dark theme" className={`${BUTTON} dark:hidden`}>
        <Moon aria-hidden className="size-4" />
      </button>
      <button
        name="theme"
        value="light"
        aria-label="Light theme"
        title="Light theme"
        className={`${BUTTON} hidden dark:grid`}
      >
        <Sun aria-hidden className="size-4" />
      </button>
    </form>
  );
}

const BUTTON = "grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunken";

/** With JavaScript the page stays where it is: only the attribute changes, and the cookie for the next page. */
function switchHere(event: React.SubmitEvent<HTMLFormElement>) {
  const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
  event.preventDefault();
  document.documentElement.dataset.theme = String(form.get("theme"));
  void fetch("/theme", { method: "POST", body: form, redirect: "manual" });
}
