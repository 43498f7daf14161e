"use client";

import type { ReactNode } from "react";

import { Progress } from "@/components/ui/progress";

import { formatNumber } from "@/lib/format/number";

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
      <Progress share={total > 0 ? marked / total : 0} label="Your progress" isMine />
      <span className="min-w-14 text-right text-ink">
        {formatNumber(marked)} of {formatNumber(total)}
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
