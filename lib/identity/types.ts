export type Role = "member" | "lead";

/** Somebody who is signed in, read from the database for this request. */
export type PersonViewer = {
  personId: string;
  name: string;
  email: string;
  isAdmin: boolean;
};

/** Who is asking, in which team, with which role. Reads and commands of a team take nothing less. */
export type TeamViewer = PersonViewer & {
  teamId: string;
  teamSlug: string;
  teamName: string;
  role: Role;
};

export type Viewer = PersonViewer | TeamViewer;

export type TeamSummary = { slug: string; name: string };
