/** What became of the last change of a row: said to screen readers when it is stored, shown to everybody when it is not. */
export type RowNews = { text: string; isStored: boolean };
