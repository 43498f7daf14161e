import type { ReactNode } from "react";

/** A page's title with the facts under it, parted by dots, and what can be done at the right. */
export function PageHead({
  title,
  facts = [],
  children,
}: {
  title: string;
  facts?: readonly ReactNode[];
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 grow">
        <h1 className="wrap-break-word">{title}</h1>
        {facts.length > 0 && (
          <ul className="mt-1.5 flex flex-wrap gap-x-4 text-sm text-ink-2">
            {facts.map((fact, index) => (
              <li
                key={index}
                className="not-first:before:mr-1.5 not-first:before:-ml-2.5 not-first:before:text-ink-3 not-first:before:content-['·']"
              >
                {fact}
              </li>
            ))}
          </ul>
        )}
      </div>
      {children}
    </header>
  );
}
