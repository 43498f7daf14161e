import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { z } from "zod";

import { ok, refuseInvalid } from "@/lib/errors/problem";

import type { ExportFormat } from "../export/types";
import { drawable, lettersOf } from "../radar/letters";
import { FILE_WIDTH, radarSvg, type Drawn } from "../radar/svg";

import { drawnOf } from "./radar-svg";

/** In pixels. */
const WIDTH = { least: 400, usual: 1600, most: 4000 };

/** A picture takes four bytes a pixel while it is drawn: this many are a hundred megabytes. */
const MOST_PIXELS = 24_000_000;

const asks = z.object({
  width: z.coerce
    .number({ error: `Say the width in pixels, ${WIDTH.least} to ${WIDTH.most}.` })
    .int(`Say the width in whole pixels, ${WIDTH.least} to ${WIDTH.most}.`)
    .min(WIDTH.least, `A picture is at least ${WIDTH.least} pixels wide.`)
    .max(WIDTH.most, `A picture is at most ${WIDTH.most} pixels wide.`),
});

/**
 * The radar as a PNG (https://www.w3.org/TR/png-3/): the SVG drawn by resvg with Inter and no font of the machine, so that it
 * looks the same everywhere, `width` pixels wide. What Inter has no letters for (emoji, Chinese, Arabic …) is drawn as □, once
 * for each run of it, and keeps its number. A picture with a very long list is narrower than asked, to stay under 24 million
 * pixels.
 */
export const radarPngFormat: ExportFormat = {
  file: "radar.png",
  contentType: "image/png",
  permission: "team.read",
  shared: "radar",
  writer: (asked) => {
    const parsed = asks.safeParse({ width: asked.get("width") ?? WIDTH.usual });
    if (!parsed.success) return refuseInvalid(parsed.error);
    return ok(async function* (source) {
      const drawing = await loaded();
      yield draw(await drawnOf(source, asked), { width: parsed.data.width, ...drawing });
    });
  },
};

type Drawing = { fonts: Uint8Array[]; letters: ReadonlySet<number> };

function draw(drawn: Drawn, { width, fonts, letters }: Drawing & { width: number }): Uint8Array {
  const said = (text: string) => drawable(text, letters);
  const [first, second, third, fourth] = drawn.names;
  const svg = radarSvg({
    ...drawn,
    title: said(drawn.title),
    lines: drawn.lines.map(said),
    names: [said(first), said(second), said(third), said(fourth)],
    items: drawn.items.map((item) => ({ ...item, title: said(item.title) })),
    before: drawn.before && said(drawn.before),
  });
  const height = Number(/ height="(\d+)/.exec(svg)?.[1] ?? FILE_WIDTH);
  const most = Math.floor(Math.sqrt((MOST_PIXELS * FILE_WIDTH) / height));
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.min(width, most) },
    font: { fontBuffers: fonts, defaultFontFamily: "Inter" },
  });
  try {
    const image = picture.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}

// Kept on globalThis: the engine takes its program once for each process, and every route has this module for itself.
const holder: { debriefDrawing?: Promise<Drawing> | undefined } & typeof globalThis = globalThis;

/** When it fails, the next who asks tries again. */
function loaded(): Promise<Drawing> {
  holder.debriefDrawing ??= load().catch((error: unknown) => {
    holder.debriefDrawing = undefined;
    throw error;
  });
  return holder.debriefDrawing;
}

async function load(): Promise<Drawing> {
  const installed = createRequire(path.join(process.cwd(), "package.json"));
  const [wasm, ...fonts] = await Promise.all(
    [
      "@resvg/resvg-wasm/index_bg.wasm",
      "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
      "@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf",
      "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
    ].map((file) => readFile(installed.resolve(file))),
  );
  const [regular] = fonts;
  if (!wasm || !regular) throw new Error("The parts that draw pictures are not installed; run npm install.");
  await initWasm(wasm);
  return { fonts, letters: lettersOf(regular) };
}
