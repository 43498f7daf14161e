"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState, type ComponentProps } from "react";

import type { ShellProps } from "@/components/shell/types";
import { Kbd } from "@/components/ui/kbd";

import type { Palette } from "./palette";

/** Fetched with the first look at the button: it is large, and most pages are left without it. */
const load = () => import("./palette");

/** The way to the palette, by its key from anywhere. Without JavaScript there is none to open, and no button. */
export function PaletteButton(shell: Pick<ShellProps, "person" | "team" | "teams">) {
  const [loaded, setLoaded] = useState<{ Palette: typeof Palette } | null>(null);
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");

  function open() {
    load().then(
      (palette) => {
        setLoaded(palette);
        setState("open");
      },
      () => setState("failed"),
    );
  }

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey || !isCommand(event)) return;
    event.preventDefault();
    open();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);

  return (
    <>
      <GoTo onClick={open} onPointerEnter={() => void load()} onFocus={() => void load()} />
      {state === "failed" && <span role="status">Not loaded. Check the connection and try again.</span>}
      {state === "open" && loaded && <loaded.Palette {...shell} onClose={() => setState("closed")} />}
    </>
  );
}

/** On a Mac the control key moves the cursor in a text field, there it is ⌘K alone. */
function isCommand({ metaKey, ctrlKey }: KeyboardEvent): boolean {
  return metaKey || (ctrlKey && !navigator.platform.startsWith("Mac"));
}

function GoTo(props: ComponentProps<"button">) {
  return (
    <button
      {...props}
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className="grid size-10 place-items-center rounded-md text-sm text-ink-3 hover:bg-sunken sm:size-8 md:flex md:w-50 md:gap-2 md:border md:border-line-strong md:px-3 md:hover:bg-hover noscript:hidden"
    >
      <Search aria-hidden className="size-5 sm:size-4" />
      <span className="max-md:sr-only">Go to…</span>
      <span className="ml-auto max-md:hidden">
        <Kbd isDecoration>⌘K</Kbd>
      </span>
    </button>
  );
}
