import { initials } from "./initials";

type Props = { name: string; size?: "s" | "m" | "l"; isMe?: boolean };

const SIZE = { s: "size-5 text-[9px]", m: "size-6 text-[10px]", l: "size-7 text-[11px]" };

/** A person's initials. Decoration: the name stands beside it, or on what it is in. Only I am tinted. */
export function Avatar({ name, size = "m", isMe = false }: Props) {
  const tint = isMe
    ? "bg-accent-soft text-accent-ink"
    : "bg-sunken text-ink-2 shadow-[inset_0_0_0_1px_var(--color-line)]";
  return (
    <span
      aria-hidden
      className={`inline-grid flex-none place-items-center rounded-full leading-none font-semibold ${SIZE[size]} ${tint}`}
    >
      {initials(name)}
    </span>
  );
}
