import { attribute, elementsOf, textOf, type Element, type Parent } from "./html-nodes";

/** Classes and ids that a page's own styles hide, without "." and "#". */
export type HiddenNames = { classes: ReadonlySet<string>; ids: ReadonlySet<string> };

export const NOTHING_HIDDEN: HiddenNames = { classes: new Set(), ids: new Set() };

/** Declarations by which a browser draws nothing, or nothing on the screen. */
const HIDING =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|font(?:-size)?\s*:\s*0(?:\.0+)?(?![\d.]*[1-9])|(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|transform\s*:[^;]*(?:scale\(\s*0\s*\)|translate[xy]?\(\s*-\d{3,})|color\s*:\s*transparent|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)[^]*overflow\s*:\s*hidden)/i;
/** Classes by which common style sheets hide what is meant for screen readers, or for nobody. */
const HIDDEN_CLASS =
  /^(?:hidden|d-none|hide|is-hidden|u-hidden|visually-?hidden(?:-focusable)?|u-visually-hidden|sr-only|screen-reader-text|screenreader-only|element-invisible|invisible|a11y-hidden|assistive-text|skip-link)$/i;
const SHOWN_CLASS = /^(?:[a-z0-9]+:|d-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|inline-block|inline-flex|table)$/i;
/** A style sheet in a page is no longer than this where it matters. */
const MAX_STYLE = 200_000;

/** True for an element that a browser does not show. */
export function isHidden(element: Element, names: HiddenNames): boolean {
  if (attribute(element, "hidden") !== null || attribute(element, "aria-hidden") === "true") return true;
  const style = attribute(element, "style");
  if (style !== null && hides(style)) return true;
  if (names.ids.has(attribute(element, "id") ?? "")) return true;
  const classes = (attribute(element, "class") ?? "").split(/\s+/).filter(Boolean);
  if (classes.some((name) => names.classes.has(name))) return true;
  return classes.some((name) => HIDDEN_CLASS.test(name)) && !classes.some((name) => SHOWN_CLASS.test(name));
}

/** True for style declarations that hide. */
export function hides(style: string): boolean {
  const plain = style
    .slice(0, 2000)
    .replace(/\/\*[^]*?\*\//g, "")
    .replaceAll("\\", "");
  return HIDING.test(plain);
}

/** What the style sheets in a page hide by class or id, on screens of every size. */
export function hiddenNames(page: Parent): HiddenNames {
  const classes = new Set<string>();
  const ids = new Set<string>();
  for (const element of elementsOf(page)) {
    if (element.tagName !== "style" || /print/i.test(attribute(element, "media") ?? "")) continue;
    for (const selector of hidingSelectors(textOf(element).slice(0, MAX_STYLE))) {
      const [, sign, name = ""] = /^(?:[a-z]\w*)?([.#])([\w-]+)$/i.exec(selector) ?? [];
      if (sign === ".") classes.add(name);
      if (sign === "#") ids.add(name);
    }
  }
  return { classes, ids };
}

/** Selectors of rules that hide; rules inside @media and the like hold for some readers only. */
function hidingSelectors(css: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  for (const piece of withoutComments(css).split("}")) {
    const [selector = "", declarations] = depth === 0 ? piece.split("{", 2) : [];
    const opened = piece.split("{").length - 1;
    if (depth === 0 && opened === 1 && declarations !== undefined && hides(declarations))
      selectors.push(...selector.split(",").map((each) => each.trim()));
    depth = Math.max(0, depth + opened - 1);
  }
  return selectors;
}

function withoutComments(css: string): string {
  const [first = "", ...rest] = css.split("/*");
  return first + rest.map((piece) => (piece.includes("*/") ? piece.slice(piece.indexOf("*/") + 2) : "")).join("");
}
