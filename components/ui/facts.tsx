import type { ReactNode } from "react";

type Props = {
  /** Those that are nothing are left out. */
  facts: readonly ReactNode[];
  isSmall?: boolean;
};

/** Facts about what stands above them, in one line while there is room, parted by dots. */
export function Facts({ facts, isSmall = false }: Props) {
  const shown = facts.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <ul className={`flex flex-wrap gap-x-4 ${isSmall ? "text-xs text-ink-3" : "text-sm text-ink-2"}`}>
      {shown.map((fact, index) => (
        <li
          key={index}
          className="wrap-anywhere not-first:before:mr-1.5 not-first:before:-ml-2.5 not-first:before:text-ink-3 not-first:before:content-['·']"
        >
          {fact}
        </li>
      ))}
    </ul>
  );
}
