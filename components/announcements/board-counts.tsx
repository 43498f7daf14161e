"use client";

import type { ReactNode } from "react";

import { useBoard } from "./board-provider";

/** How many of `total` still need the viewer's mark, moving with every mark. */
export function LeftCount({ total }: { total: number }) {
  const [marked] = useBoard((board) => board.marked);
  return Math.max(0, total - marked);
}

/** The viewer's progress as a bar and as numbers, moving with every mark. */
export function MyProgress({ total }: { total: number }) {
  const [marked] = useBoard((board) => board.marked);
  return (
    <>
      <progress value={marked} max={Math.max(total, 1)} aria-label="Your progress" />
      <span>
        {marked} of {total}
      </span>
    </>
  );
}

/** Draws its child only while something is left to mark. */
export function WhileLeft({ total, children }: { total: number; children: ReactNode }) {
  const [isLeft] = useBoard((board) => board.marked < total);
  return isLeft ? children : null;
}

/** Draws its child once everything is marked, and has it read out. */
export function OnceAllMarked({ total, children }: { total: number; children: ReactNode }) {
  const [isDone] = useBoard((board) => board.marked >= total);
  return <div role="status">{isDone && children}</div>;
}
