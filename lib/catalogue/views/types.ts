/** A filter of boards under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** The query string of a board, without "?". */
  query: string;
  /** Whether it is the team's, which everybody in it sees, or the viewer's own. */
  isShared: boolean;
};
