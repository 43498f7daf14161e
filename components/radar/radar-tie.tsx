"use client";

import { useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from "react";

import { neighbour, type Arrow } from "./neighbour";

/**
 * Ties the picture to the list: what the pointer or the focus is on shows in both, and arrow keys go from blip to blip.
 * Only attributes change, so that nothing is drawn anew.
 */
export function RadarTie({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);

  function show({ target }: SyntheticEvent) {
    const of =
      target instanceof Element ? target.closest<SVGElement | HTMLElement>("[data-from], [data-number]") : null;
    for (const shown of all("[data-on]")) if (shown !== of) delete shown.dataset.on;
    if (!of) return;
    const { from, to, number } = of.dataset;
    for (const one of all("[data-from], [data-number]")) {
      const isTied =
        number === undefined
          ? one === of || isWithin(one.dataset.number, { from, to })
          : one === of || isWithin(number, one.dataset);
      if (isTied) one.dataset.on = "";
    }
  }

  function move(event: KeyboardEvent) {
    const links = all("a[data-from]");
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0 || !isArrow(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const places = links.map((link) => middleOf(link.getBoundingClientRect()));
    links[neighbour(places, at, event.key)]?.focus();
  }

  function all(selector: string): (SVGElement | HTMLElement)[] {
    return [...(root.current?.querySelectorAll<SVGElement | HTMLElement>(selector) ?? [])];
  }

  return (
    <div ref={root} className="radar" onPointerOver={show} onPointerLeave={show} onFocus={show} onKeyDown={move}>
      {children}
    </div>
  );
}

function isWithin(number: string | undefined, { from, to }: { from?: string | undefined; to?: string | undefined }) {
  return number !== undefined && Number(from) <= Number(number) && Number(number) <= Number(to);
}

function isArrow(key: string): key is Arrow {
  return /^Arrow(Up|Down|Left|Right)$/.test(key);
}

function middleOf({ x, y, width, height }: DOMRect) {
  return { x: x + width / 2, y: y + height / 2 };
}
