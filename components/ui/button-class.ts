export type ButtonLook = "primary" | "default" | "quiet" | "danger";

/** Small stands beside the lines of a list, wide fills its form. */
export type ButtonSize = "normal" | "small" | "wide";

const LOOK: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-hover",
  default: "bg-surface text-ink border-line-strong shadow-1 hover:bg-hover",
  quiet: "text-ink-2 border-transparent hover:bg-sunken hover:text-ink",
  danger: "bg-surface text-danger-ink border-line-strong shadow-1 hover:bg-danger-soft",
};

const SIZE: Record<ButtonSize, string> = {
  normal: "h-10 px-3 text-sm sm:h-8",
  small: "h-10 px-2 text-sm sm:h-7",
  wide: "h-10 w-full px-3 text-base",
};

/** How a button, or a link or summary that looks like one, is drawn: 32 high, 40 under a thumb. */
export function buttonClass(look: ButtonLook = "default", size: ButtonSize = "normal"): string {
  return `inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline hover:no-underline disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 ${SIZE[size]} ${LOOK[look]}`;
}

/** What looks like a link and opens or sends something; 24 high, so that a finger hits it. */
export const textButtonClass =
  "inline-block text-xs leading-6 text-ink-3 underline-offset-2 hover:text-ink hover:underline";
