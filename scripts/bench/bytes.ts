import { gzipSync } from "node:zlib";

export type Bytes = { html: number; htmlGzip: number; script: number };

/** Size of a page's HTML, raw and compressed, and of the scripts it loads at first, compressed, in bytes. */
export async function bytesOf(url: string, headers: Record<string, string> = {}): Promise<Bytes> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const html = await response.text();
  const sources = [...html.matchAll(/<script[^>]+src="([^"]+)"([^>]*)>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const addresses = new Set(sources.map(([, source]) => new URL(String(source).replaceAll("&amp;", "&"), url).href));
  const scripts = await Promise.all([...addresses].map(async (address) => (await fetch(address)).arrayBuffer()));
  return {
    html: Buffer.byteLength(html),
    htmlGzip: gzipSync(html).byteLength,
    script: scripts.reduce((sum, script) => sum + gzipSync(new Uint8Array(script)).byteLength, 0),
  };
}
