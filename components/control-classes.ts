/** How controls look, for plain elements that need no behaviour: 32 high, 40 under a thumb. */
const BASE =
  "inline-flex h-10 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap hover:no-underline disabled:opacity-60 sm:h-8";

export const BUTTON = `${BASE} border-line-strong bg-surface text-ink shadow-1 hover:bg-hover`;
export const PRIMARY_BUTTON = `${BASE} border-transparent bg-accent text-on-accent hover:bg-accent-hover`;
export const QUIET_BUTTON = `${BASE} border-transparent text-ink-2 hover:bg-sunken`;

/** What looks like a link and opens or sends something; 24 high, so that a finger hits it. */
export const TEXT_BUTTON =
  "inline-block text-xs leading-6 text-ink-3 underline-offset-2 hover:text-ink hover:underline cursor-pointer";

export const TEXT_FIELD =
  "block w-full resize-y rounded-md border border-line-control bg-surface px-2.5 py-2 text-base text-ink field-sizing-content aria-invalid:border-danger max-sm:text-[16px]";
