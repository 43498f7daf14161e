"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props<R extends string> = {
  href: Route<R>;
  /** Paths below which this is the current place, too. */
  also?: readonly string[];
  children: ReactNode;
};

/** A link of the main navigation, which says when it is the current place. */
export function NavLink<R extends string>({ href, also = [], children }: Props<R>) {
  const path = usePathname();
  const isCurrent = path === href || also.some((place) => path === place || path.startsWith(`${place}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      className="flex h-11 items-center rounded-md px-2.5 text-sm font-medium text-ink-2 no-underline hover:bg-sunken hover:no-underline aria-[current]:bg-sunken aria-[current]:text-ink sm:h-8"
    >
      {children}
    </Link>
  );
}
