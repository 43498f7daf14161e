import Link from "next/link";

import { Avatar } from "@/components/ui/avatar";
import { initials } from "@/components/ui/initials";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { ThemeChoice } from "./theme-choice";
import type { ShellProps } from "./types";

/** Who is signed in, and what concerns them alone. */
export function AccountMenu({ person }: Pick<ShellProps, "person">) {
  return (
    <Menu
      // What is seen comes first, so that somebody who speaks to the computer can say it.
      label={`${initials(person.name)}, account of ${person.name}`}
      align="right"
      buttonClass="grid size-10 place-items-center rounded-full sm:size-8"
      button={<Avatar name={person.name} size="l" isMe />}
    >
      <div className="px-2 py-1.5">
        <p className="text-sm font-medium text-ink">{person.name}</p>
        <p className="text-xs text-ink-3">{person.email}</p>
      </div>
      <hr className="my-1 border-line" />
      <ThemeChoice />
      <hr className="my-1 border-line" />
      <Link href="/account" prefetch={false} className={menuItem}>
        Account
      </Link>
      {person.isAdmin && (
        <Link href="/admin" prefetch={false} className={menuItem}>
          Admin
        </Link>
      )}
      <form action="/sign-out" method="post">
        <button className={menuItem}>Sign out</button>
      </form>
    </Menu>
  );
}
