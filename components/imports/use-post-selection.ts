"use client";

import { useEffect, useEffectEvent, useState, type RefObject } from "react";

import type { PostBlock } from "@/lib/catalogue/imports/post-view";

import { selectedPlace, type Selected, type ShownPoint } from "./post-selection";

/** A tap on a button first takes the selection away; what was selected stays for as long as the tap takes. */
const KEPT_FOR_MS = 600;

/** What is selected in the post, by mouse, keys or touch; null while nothing is. */
export function usePostSelection(text: RefObject<HTMLElement | null>, blocks: readonly PostBlock[]): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  const read = useEffectEvent(() => (text.current ? readSelection(text.current, blocks) : null));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      const now = read();
      timer = setTimeout(setSelected, now ? 100 : KEPT_FOR_MS, now);
    };
    document.addEventListener("selectionchange", onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onChange);
    };
  }, []);
  return selected;
}

/** What is selected right now; a selection that leaves the post is none of the post's. */
export function readSelection(text: HTMLElement, blocks: readonly PostBlock[]): Selected | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !text.contains(range.startContainer)) return null;
  const from = pointOf(range.startContainer, range.startOffset);
  const to = text.contains(range.endContainer)
    ? pointOf(range.endContainer, range.endOffset)
    : { block: blocks.length - 1, offset: Infinity };
  return from && to ? selectedPlace(blocks, { from, to, words: range.toString() }) : null;
}

/** A point of the document as characters into one of the post's paragraphs. */
function pointOf(node: Node, offset: number): ShownPoint | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-block]") ?? element?.children[offset];
  if (!(block instanceof HTMLElement) || block.dataset.block === undefined) return null;
  if (!block.contains(node)) return { block: Number(block.dataset.block), offset: 0 };
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return { block: Number(block.dataset.block), offset: before.toString().length };
}
