import type { Bytes } from "./bytes";
import type { Figures } from "./load";

/** One promise of the bench: what was measured against its floor, and what it is held to. */
export type Ratio = { name: string; value: number; must: number; aim: number; lowerIsBetter?: boolean };

/** The figures of every target as a table of text. */
export function figuresTable(figures: ReadonlyMap<string, Figures>): string {
  const rows = [...figures].map(([name, { perSecond, p50, p99, cpuMs, failed }]) => [
    name,
    perSecond.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(0),
    cpuMs.toFixed(2),
    String(failed),
  ]);
  return table(["target", "req/s", "p50 ms", "p99 ms", "CPU ms", "failed"], rows);
}

/** Ratios with what they must and aim to be. */
export function ratioTable(ratios: readonly Ratio[]): string {
  const rows = ratios.map((ratio) => [
    ratio.name,
    ratio.value.toFixed(2),
    `${ratio.lowerIsBetter ? "≤" : "≥"} ${ratio.must}`,
    `${ratio.lowerIsBetter ? "≤" : "≥"} ${ratio.aim}`,
    verdict(ratio),
  ]);
  return table(["ratio", "measured", "must", "aim", ""], rows);
}

/** Sizes of pages in KB. */
export function bytesTable(pages: ReadonlyMap<string, Bytes>): string {
  const kb = (bytes: number) => (bytes / 1024).toFixed(1);
  const rows = [...pages].map(([name, { html, htmlGzip, script }]) => [name, kb(html), kb(htmlGzip), kb(script)]);
  return table(["page", "HTML KB", "gzip KB", "JS gzip KB"], rows);
}

function verdict({ value, must, aim, lowerIsBetter = false }: Ratio): string {
  const reaches = (goal: number) => (lowerIsBetter ? value <= goal : value >= goal);
  if (reaches(aim)) return "aim";
  return reaches(must) ? "must" : "short";
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return [line(head), ...rows.map(line)].join("\n");
}
