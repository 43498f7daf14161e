/** What publishing systems write into Markdown for themselves; none of it goes on past braces or a line of its own. */
const PATTERNS: readonly RegExp[] = [
  // Hugo's shortcodes and Liquid's or Vue's values.
  /\{\{[<%][^{}]{0,2000}[>%]\}\}|\{\{[^{}\n]{0,500}\}\}/g,
  // Liquid's tags.
  /\{%[^%\n]*%\}/g,
  // Comments of MDX, and attributes of kramdown and Pandoc behind links and headings.
  /\{\/\*[^{}]{0,2000}\*\/\}|\{:[^{}\n]{0,500}\}|[ \t]\{[#.][^{}\n]{0,200}\}(?=[ \t]*$)/gm,
  // WordPress shortcodes and notes of wikis; a link's text is followed by its address.
  /\[\/?(?:caption|embed|gallery|youtube|video|audio|playlist|sourcecode|vc_\w+|et_pb_\w+|toc)\b[^[\]\n]{0,500}\](?!\(|:)|!\[\[[^[\]\n]{0,300}\]\]|\[\[_?toc_?\]\]/gi,
  // Containers of Docusaurus and VuePress, and notes of GitHub.
  /^[ \t]*:::.*$|^[ \t]*>[ \t]*\[!\w+\][ \t]*$/gm,
];
/** Blocks that hold code or nothing for readers, by how they open and close. */
const BLOCKS: readonly (readonly [opening: RegExp, closing: RegExp, isCode: boolean])[] = [
  [/\{%-?\s*comment\s*-?%\}/g, /\{%-?\s*endcomment\s*-?%\}/g, false],
  [/\{%-?\s*highlight\b[^%\n]*%\}/g, /\{%-?\s*endhighlight\s*-?%\}/g, true],
  // Inside backticks a tag is written about.
  [/(?<!`)<script\b[^<>]*>/gi, /<\/script\s*>/gi, false],
  [/(?<!`)<style\b[^<>]*>/gi, /<\/style\s*>/gi, false],
  [/\{\{[<%]\s*highlight\b[^{}\n]*[>%]\}\}/g, /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g, true],
];
const IMPORT = /^import\s(?:[^'"\n;]{0,500}\sfrom\s)?\s*['"][^'"\n]{1,300}['"];?[ \t]*$/gm;
const IMPORT_OVER_LINES = /^import \{[^{}'";]{0,1000}\} from ['"][^'"\n]{1,300}['"];?[ \t]*$/gm;
const EXPORT = /^export (?:const|let|default|function|async)\b/gm;
const BLANK_LINE = /\n[ \t]*\r?\n/g;
const COMPONENT = /<\/?[A-Z][\w.]*(?=[\s/>{])|<>|<\/>/g;
/** A component's tag is no longer than this. */
const MAX_TAG = 2000;

export type Untemplated = { text: string; codeBlocks: number };

/** A post with blanks in place of templating and components, so that every offset stays true. */
export function blankOutTemplating(source: string): Untemplated {
  let text = source;
  let codeBlocks = 0;
  for (const [opening, closing, isCode] of BLOCKS) {
    const places = blocksIn(text, opening, closing);
    if (isCode) codeBlocks += places.length;
    text = withBlanks(text, places);
  }
  for (const pattern of PATTERNS) text = text.replace(pattern, blanks);
  text = blankOutMdx(text);
  return { text: text === source ? text : withoutIndents(source, text), codeBlocks };
}

/** Blanks that were made at the start of a line would make code of it: characters without width stand there instead. */
function withoutIndents(source: string, text: string): string {
  const before = source.split("\n");
  return text
    .split("\n")
    .map((line, index) => {
      const indent = /^ {4,}(?=\S)/.exec(line)?.[0];
      return indent && !/^(?: {4}|\t)/.test(before[index] ?? "")
        ? "\u200b".repeat(indent.length) + line.slice(indent.length)
        : line;
    })
    .join("\n");
}

function blocksIn(text: string, opening: RegExp, closing: RegExp): [start: number, end: number][] {
  const places: [start: number, end: number][] = [];
  opening.lastIndex = 0;
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(text);
    if (!close) break;
    places.push([open.index, closing.lastIndex]);
    opening.lastIndex = closing.lastIndex;
  }
  return places;
}

function blankOutBlocks(text: string, opening: RegExp, closing: RegExp): string {
  return withBlanks(text, blocksIn(text, opening, closing));
}

/** Imports, exports and the tags of components; what stands between these tags is the post's. */
function blankOutMdx(source: string): string {
  const hasImport = /^(?:import|export)\s/m.test(source);
  const text = hasImport
    ? blankOutBlocks(source.replace(IMPORT, blanks).replace(IMPORT_OVER_LINES, blanks), EXPORT, BLANK_LINE)
    : source;
  const places: [start: number, end: number][] = [];
  for (const match of text.matchAll(COMPONENT)) {
    if (match.index < (places.at(-1)?.[1] ?? 0)) continue;
    const end = match[0].endsWith(">") ? match.index + match[0].length : tagEnd(text, match.index + match[0].length);
    if (end !== null) places.push([match.index, end]);
  }
  return withBlanks(text, places);
}

/** Behind the ">" of a component's tag, whose values may hold one in quotes or braces; null when it is no tag. */
function tagEnd(text: string, from: number): number | null {
  let depth = 0;
  let quote = "";
  for (let i = from; i < Math.min(text.length, from + MAX_TAG); i += 1) {
    const character = text.charAt(i);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'" || character === "`") quote = character;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (character === "<" && depth === 0) return null;
    else if (character === ">" && depth === 0) return i + 1;
  }
  return null;
}

function withBlanks(text: string, places: readonly (readonly [start: number, end: number])[]): string {
  if (places.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of places) {
    parts.push(text.slice(at, start), blanks(text.slice(start, end)));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Blanks for everything but line ends. */
function blanks(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
