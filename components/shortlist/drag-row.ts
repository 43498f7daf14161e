/** So far the pointer may stray before a press is a drag and no longer a click, in px. */
const CLICK_SLACK = 4;

/** Within so many px of the window's edge the page follows, by at most so many px a frame. */
const EDGE = 72;
const FASTEST = 14;

type Drag = {
  row: HTMLElement;
  /** All rows that can change places, in the order they are shown. */
  rows: readonly HTMLElement[];
  /** Takes the place at which the row was let go, counted from 0 among all rows. */
  onDrop: (place: number) => void;
};

/**
 * Follows a pressed pointer until it is let go: the row goes with it, and the others make room where it would go. Escape
 * puts it back. A press that does not stray stays a click of whatever was pressed.
 */
export function dragRow(press: PointerEvent, { row, rows, onDrop }: Drag): void {
  const handle = press.target instanceof Element ? press.target : row;
  const from = press.clientY + scrollY;
  const others = rows.filter((other) => other !== row);
  const middles = others.map((other) => middleOf(other));
  const own = rows.indexOf(row);
  const { height } = row.getBoundingClientRect();
  const listening = new AbortController();
  const { signal } = listening;
  let pointer = press.clientY;
  let isDragging = false;
  let frame = 0;

  const place = () => middles.filter((middle) => middle < pointer + scrollY).length;

  function draw() {
    row.style.transform = `translateY(${pointer + scrollY - from}px)`;
    const at = place();
    others.forEach((other, n) => {
      const shift = n >= at && n < own ? height : n < at && n >= own ? -height : 0;
      other.style.transform = shift === 0 ? "" : `translateY(${shift}px)`;
    });
  }

  function scroll() {
    const speed = speedAt(pointer, innerHeight);
    if (speed !== 0) {
      scrollBy(0, speed);
      draw();
    }
    frame = requestAnimationFrame(scroll);
  }

  function begin() {
    isDragging = true;
    handle.setPointerCapture(press.pointerId);
    row.dataset.dragging = "";
    frame = requestAnimationFrame(scroll);
  }

  function end(place: number | null) {
    listening.abort();
    cancelAnimationFrame(frame);
    for (const moved of rows) moved.style.transform = "";
    delete row.dataset.dragging;
    if (isDragging && place !== null) onDrop(place);
  }

  const isOther = (event: PointerEvent) => event.pointerId !== press.pointerId;
  document.addEventListener(
    "pointermove",
    (event) => {
      if (isOther(event)) return;
      pointer = event.clientY;
      if (!isDragging && Math.abs(pointer + scrollY - from) > CLICK_SLACK) begin();
      if (isDragging) draw();
    },
    { signal },
  );
  document.addEventListener("pointerup", (event) => isOther(event) || end(place()), { signal });
  document.addEventListener("pointercancel", (event) => isOther(event) || end(null), { signal });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end(null), { signal });
  // Also after Escape: letting go over the handle would otherwise press it.
  document.addEventListener("pointerup", () => isDragging && swallowClick(), { once: true });
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2 + scrollY;
}

/** How many px the page follows in a frame while the pointer is there. */
function speedAt(pointer: number, height: number): number {
  if (pointer < EDGE) return -Math.ceil(((EDGE - pointer) / EDGE) * FASTEST);
  if (pointer > height - EDGE) return Math.ceil(((pointer - height + EDGE) / EDGE) * FASTEST);
  return 0;
}

/** Keeps the click that comes with letting go from everything. */
function swallowClick() {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stop, { capture: true }));
}
