/** How a field of one line looks: 32 high, 40 and 16 px type on a phone, where smaller type makes browsers zoom in. */
export const inputClass =
  "border-line-control bg-surface text-ink h-10 w-full rounded-md border px-2.5 text-md sm:h-8 sm:text-base " +
  "aria-invalid:border-danger aria-invalid:ring-danger aria-invalid:ring-1";
