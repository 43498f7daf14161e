/** How much of a list was new here, replaced what was older here, and left what is here as it is. */
export type Came = { added: number; changed: number; kept: number };

export type PeopleOutcome = {
  /** Members of the team, found by e-mail. */
  members: number;
  /** Named authors from an earlier file. */
  authors: number;
  /** Those who become named authors, and the first of their names. */
  newAuthors: number;
  names: string[];
};

/** What bringing a file in does, or would do. */
export type TransferOutcome = {
  from: { team: string; address: string; at: string };
  conference: { slug: string; name: string; isNew: boolean };
  /** Marks that were hidden from whoever wrote the file, and are not in it. */
  hiddenMarks: number;
  announcements: { added: number; known: number };
  people: PeopleOutcome;
  votes: Came;
  comments: Came;
  decisions: Came;
  /** Lines of history that were not here. */
  history: number;
  round: "none" | "brought" | "kept";
};
