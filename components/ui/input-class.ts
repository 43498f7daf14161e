const FIELD =
  "w-full focus-visible:border-transparent focus-visible:-outline-offset-1 rounded-md border border-line-control bg-surface px-2.5 text-md text-ink sm:text-base aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger";

/** How a field of one line looks: 32 high, 40 and 16 px type on a phone, where smaller type makes browsers zoom in. */
export const inputClass = `${FIELD} h-10 sm:h-8`;

/** How a field of several lines looks, which grows with what is typed. */
export const textareaClass = `${FIELD} block max-h-[50vh] resize-y field-sizing-content py-2`;

/** How a field for a file looks. */
export const fileClass =
  "text-sm file:mr-2 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink";
