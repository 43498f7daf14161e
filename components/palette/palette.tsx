"use client";

import { Command } from "cmdk";
import { Search, X } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { startTransition, useEffect, useMemo, useRef, useState } from "react";

import type { ShellProps } from "@/components/shell/types";

import { showKeys, signOut, switchTheme } from "./deeds";
import { paletteEntries } from "./entries";
import { hereOf } from "./here";
import { matching } from "./match";
import { PaletteList } from "./palette-list";
import { PaletteNote } from "./palette-note";
import { placesOf, together } from "./places";
import { recentPlaces, rememberPlace } from "./recent";
import type { Deed, PaletteEntry } from "./types";
import { usePlaces } from "./use-places";
import { useStart } from "./use-start";

type Props = Pick<ShellProps, "person" | "team" | "teams"> & { onClose: () => void };

/** Goes to any place and does any action the viewer may, by typing a few letters of it. */
export function Palette({ person, team, teams, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const path = usePathname();
  const here = useMemo(() => hereOf(path), [path]);
  const start = useStart(team?.slug, here.conference);
  const whose = { email: person.email, team: team?.slug ?? "" };
  const [recent] = useState(() => recentPlaces(whose));
  const offered = useMemo(
    () =>
      paletteEntries({
        ...{ isAdmin: person.isAdmin, role: start?.role ?? team?.role ?? null, team, teams },
        ...{ conferences: start?.conferences ?? [], here },
      }),
    [person.isAdmin, start, team, teams, here],
  );
  const { places, again } = usePlaces(team?.slug, typed);
  const found = places.state === "found" && team ? placesOf(team.slug, places.answer) : [];
  const entries = typed.trim() ? together(matching(offered, typed), found) : [...elsewhere(recent, path), ...offered];

  useEffect(() => {
    dialog.current?.showModal();
    // A dialog gives the focus to the first that takes it, which is what holds the keys of the list.
    input.current?.focus();
  }, []);

  function choose(entry: PaletteEntry) {
    rememberPlace(whose, entry);
    // First, so that the focus is back where it was before anything else happens.
    dialog.current?.close();
    act(entry.deed);
  }

  function act(deed: Deed) {
    if (deed.kind === "theme") switchTheme(deed.theme);
    if (deed.kind === "sign-out") signOut();
    if (deed.kind === "keys") showKeys();
    if (deed.kind === "download") location.assign(deed.href);
    // A path of ours; the router answers one that has gone with not found.
    if (deed.kind === "go") startTransition(() => router.push(deed.href as Route));
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current?.close();
      }}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-surface text-sm shadow-3 backdrop:bg-scrim sm:mx-auto sm:mt-[12vh] sm:h-fit sm:w-160 sm:rounded-lg sm:border sm:border-line-strong"
    >
      <Command
        label="Go to a page, a conference or an announcement, or do something"
        shouldFilter={false}
        vimBindings={false}
        loop
        className="flex h-full flex-col sm:h-[min(26rem,70vh)]"
      >
        <div className="flex flex-none items-center gap-2 border-b border-line px-4">
          <Search aria-hidden className="size-4 flex-none text-ink-3" />
          <Command.Input
            ref={input}
            value={typed}
            onValueChange={setTyped}
            maxLength={MAX_TYPED}
            placeholder="Go to…"
            enterKeyHint="go"
            className="h-14 min-w-0 flex-1 bg-transparent text-md text-ink outline-hidden sm:h-12 sm:text-base"
          />
          <button
            type="button"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
            className="-mr-2 grid size-11 flex-none place-items-center rounded-md text-ink-2 hover:bg-sunken sm:size-8"
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
        <PaletteNote places={places} count={entries.length} onAgain={again} />
        <PaletteList entries={entries} onChoose={choose} />
      </Command>
    </dialog>
  );
}

/** What the search of a team takes; nobody types more to go somewhere. */
const MAX_TYPED = 200;

/** Where one already is, one need not go. */
function elsewhere(recent: readonly PaletteEntry[], path: string): PaletteEntry[] {
  return recent.filter(({ deed }) => deed.kind !== "go" || deed.href !== path);
}
