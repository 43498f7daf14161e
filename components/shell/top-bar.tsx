"use client";

import { ChevronsUpDown, Menu as MenuIcon } from "lucide-react";
import Link from "next/link";

import { PaletteButton } from "@/components/palette/palette-button";

import { AccountMenu } from "./account-menu";
import { Logo } from "./logo";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { NavLink } from "./nav-link";
import { ThemeForm } from "./theme-form";
import type { ShellProps } from "./types";

/**
 * Forty-eight pixels at the top of every page: where I am, where I can go, who I am. Drawn as one client component: it is
 * on every page, and as server components it would be rendered, sent along a second time, and read back.
 */
export function TopBar({ person, team, teams }: ShellProps) {
  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-1 border-b border-line bg-surface px-4 sm:px-6 print:hidden">
      <Link
        href="/"
        aria-label="Debrief, home"
        className="mr-1 flex h-8 items-center gap-2 text-[15px] font-semibold text-ink no-underline hover:no-underline sm:mr-2"
      >
        <Logo />
        <span className="hidden sm:inline">Debrief</span>
      </Link>
      {team && <TeamMenu team={team} teams={teams} />}
      <nav aria-label="Main" className="ml-3 hidden gap-0.5 sm:flex">
        <NavLinks team={team} />
      </nav>
      <div className="ml-auto flex items-center gap-1">
        <PaletteButton person={person} team={team} teams={teams} />
        <ThemeForm />
        <AccountMenu person={person} />
        <div className="sm:hidden">
          <Menu
            label="Menu"
            align="right"
            buttonClass="grid size-10 place-items-center rounded-md text-ink-2"
            button={<MenuIcon aria-hidden className="size-5" />}
          >
            <nav aria-label="Main" className="grid">
              <NavLinks team={team} />
            </nav>
          </Menu>
        </div>
      </div>
    </header>
  );
}

function NavLinks({ team }: Pick<ShellProps, "team">) {
  if (!team) return <NavLink href="/imports">Imports</NavLink>;
  const home = `/teams/${team.slug}` as const;
  return (
    <>
      <NavLink href={home} also={[`${home}/conferences`, `${home}/announcements`]}>
        Conferences
      </NavLink>
      <NavLink href={`${home}/people`}>People</NavLink>
      <NavLink href={`/imports?team=${team.slug}`} also={["/imports"]}>
        Imports
      </NavLink>
    </>
  );
}

function TeamMenu({ team, teams }: { team: NonNullable<ShellProps["team"]>; teams: ShellProps["teams"] }) {
  return (
    <>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <Menu
        align="left"
        buttonClass="flex h-8 max-w-48 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-ink hover:bg-sunken"
        button={
          <>
            <span className="truncate">{team.name}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 flex-none" />
            <span className="sr-only">, change team</span>
          </>
        }
      >
        <p className="px-2 py-1 text-xs font-medium text-ink-3">Teams</p>
        {teams.map(({ slug, name }) => (
          <Link
            key={slug}
            href={`/teams/${slug}`}
            prefetch={false}
            aria-current={slug === team.slug ? "true" : undefined}
            className={menuItem}
          >
            {name}
          </Link>
        ))}
      </Menu>
    </>
  );
}
