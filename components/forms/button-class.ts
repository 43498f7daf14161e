export type ButtonLook = "primary" | "default" | "quiet" | "danger";

const LOOK: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-hover",
  default: "bg-surface text-ink border-line-strong shadow-1 hover:bg-hover",
  quiet: "text-ink-2 border-transparent hover:bg-sunken hover:text-ink",
  danger: "bg-surface text-danger-ink border-line-strong shadow-1 hover:bg-danger-soft",
};

/** How a button, or a link that looks like one, is drawn: 32 high, 40 on a phone and when it fills its form. */
export function buttonClass(look: ButtonLook, isWide = false): string {
  const size = isWide ? "h-10 w-full text-base" : "h-10 text-sm sm:h-8";
  return `inline-flex items-center justify-center gap-1.5 rounded-md border px-3 font-medium whitespace-nowrap no-underline hover:no-underline aria-disabled:opacity-60 ${size} ${LOOK[look]}`;
}
