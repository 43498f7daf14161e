import { xmlText } from "./text";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
export const RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">`;

/** How a cell is drawn: the place of its format in `STYLES`. */
export const STYLE = {
  ...{ text: 0, title: 1, line: 2, link: 3 },
  ...{ head: 4, label: 5, number: 6, share: 7, day: 8, moment: 9 },
} as const;

/** The styles in which long text goes on in a new line. */
export const WRAPPED: ReadonlySet<number> = new Set([STYLE.text, STYLE.title]);

/** A sheet of the workbook: its name and the file it is in. */
export type SheetPart = { name: string; file: string };

/** Every part of the package and what it is (ECMA-376 part 2, 7.2.3). */
export function contentTypes(sheets: readonly SheetPart[]): string {
  const overrides = [
    ["xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`],
    ["xl/styles.xml", `${SPREADSHEET}.styles+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ...sheets.map(({ file }) => [`xl/worksheets/${file}`, `${SPREADSHEET}.worksheet+xml`]),
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
  );
}

/** What the package begins with: its workbook and what is said of it. */
export const PACKAGE_RELATIONSHIPS = relationships([
  ["officeDocument", "xl/workbook.xml"],
  ["core-properties", "docProps/core.xml"],
]);

/** The workbook (18.2.27): its sheets; the first has a table that filters and whose head every printed page repeats. */
export function workbook(sheets: readonly SheetPart[], table: { sheet: string; area: string }): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // "A1:C7" as "$A$1:$C$7".
  const area = table.area.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${listed.join("")}</sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${table.sheet}!${area}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${table.sheet}!$1:$1</definedName></definedNames></workbook>`
  );
}

/** Where the parts of the workbook are. */
export function workbookRelationships(sheets: readonly SheetPart[]): string {
  return relationships([
    ...sheets.map(({ file }): [string, string] => ["worksheet", `worksheets/${file}`]),
    ["styles", "styles.xml"],
  ]);
}

/** Title, maker and moment (ECMA-376 part 2, 8). */
export function coreProperties({ title, at }: { title: string; at: string }): string {
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>Debrief</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`
  );
}

function relationships(parts: readonly (readonly [type: string, target: string])[]): string {
  const drawn = parts.map(([type, target], index) => {
    const kind = type === "core-properties" ? `${PACKAGE}/relationships/metadata` : `${OFFICE}/relationships`;
    return `<Relationship Id="rId${index + 1}" Type="${kind}/${type}" Target="${target}"/>`;
  });
  return `${RELATIONSHIPS}${drawn.join("")}</Relationships>`;
}

/** Formats of cells (18.8), in the order of `STYLE`. Days are written as ISO 8601 writes them in every language. */
export const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  `<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
  `<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>` +
  `<font><u/><sz val="11"/><color rgb="FF2F4FBF"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFF0F1F4"/></patternFill></fill></fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
  `<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A8F99"/></bottom><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="${Object.keys(STYLE).length}">${[
    format({ wraps: true }),
    format({ font: 2, wraps: true }),
    format({}),
    format({ font: 2 }),
    format({ font: 1, fill: 2, border: 1 }),
    format({ font: 1 }),
    format({ aligned: "right" }),
    format({ number: 2, aligned: "right" }),
    format({ number: 164, aligned: "left" }),
    format({ number: 165, aligned: "left" }),
  ].join("")}</cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

type CellFormat = {
  number?: number;
  font?: number;
  fill?: number;
  border?: number;
  wraps?: true;
  aligned?: "left" | "right";
};

function format({ number = 0, font = 0, fill = 0, border = 0, wraps, aligned }: CellFormat): string {
  const wrap = wraps ? ' wrapText="1"' : "";
  // A step off the edge keeps a number from touching the text in the next column.
  const across = aligned ? ` horizontal="${aligned}"${aligned === "right" ? ' indent="1"' : ""}` : "";
  return (
    `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${wrap}${across}/></xf>`
  );
}
