/** The mark of Debrief: what came out on top, above the line. */
export function Logo({ className = "size-[18px]" }: { className?: string }) {
  return (
    <svg viewBox="0 0 18 18" fill="currentColor" aria-hidden className={`flex-none text-accent ${className}`}>
      <path d="M9 1 16 12.5H2Z" />
      <rect x="2" y="14.5" width="14" height="2.5" rx="1.25" opacity=".45" />
    </svg>
  );
}
