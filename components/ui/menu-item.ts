/** How a line of a menu is drawn, link or button: 28 high, 44 where a thumb hits it. */
export const menuItem =
  "flex h-11 w-full items-center gap-2 rounded-md px-2 text-left text-sm text-ink no-underline hover:bg-hover hover:no-underline aria-[current=true]:font-medium sm:h-8";
