import "server-only";

import { sourceAddress } from "@/lib/catalogue/imports/same-source";
import { canonicalUrl } from "@/lib/catalogue/canonical-url";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import type { Element } from "./read";
import type { TransferAnnouncement, TransferSource } from "./schema/catalogue";
import type { ListName } from "./schema/file";

/*
 * While a file is read its elements go into tables of this transaction alone, named "brought_" and the list, under the
 * names and in the types that they have in the file. All that is checked and matched afterwards is asked of these, a
 * statement each, so that memory holds no more than a batch.
 */

type StagedList = Exclude<ListName, "estimates">;

const DECIDED = `announcement uuid, choice choice, reason text, by uuid, at timestamptz, owner uuid, target jsonb,
  effort effort, "effortDays" float8, "reopenWhen" text, "reopenOn" date, delivery delivery, "deliveryOn" date`;

const COLUMNS: Record<StagedList, string> = {
  services: "slug text, name text, vendor text",
  people: "id uuid, email text, name text",
  sources: `id uuid, title text, author text, url text, canonical text, "publishedOn" date, identity text,
    "createdAt" timestamptz`,
  announcements: `id uuid, slug text, title text, summary text, category text, availability availability, "vendorId" text,
    "catalogueKey" text, "createdAt" timestamptz, "editedAt" timestamptz, services text[], links jsonb, figures jsonb,
    mentions jsonb`,
  votes: `announcement uuid, person uuid, choice choice, note text, "createdAt" timestamptz, "updatedAt" timestamptz`,
  voteEvents: "announcement uuid, person uuid, choice choice, note text, at timestamptz",
  comments: `id uuid, announcement uuid, author uuid, body text, "createdAt" timestamptz, "editedAt" timestamptz,
    "deletedAt" timestamptz, "deletedBy" uuid`,
  decisions: `${DECIDED}, place float8`,
  decisionEvents: `kind text, ${DECIDED}`,
};

/** What is found out about them: which row of this installation each is, and whether it is made for it. */
const FOUND: Partial<Record<StagedList, string>> = {
  people: "here uuid, is_new boolean NOT NULL DEFAULT false",
  sources: "here uuid, is_new boolean NOT NULL DEFAULT false",
  announcements: "here uuid, is_new boolean NOT NULL DEFAULT false, here_slug text",
};

const INDEXES: Partial<Record<StagedList, string>> = {
  people: "id",
  sources: "id",
  announcements: "id",
  votes: "announcement",
  voteEvents: "announcement",
};

const ROWS = 1_000;
const LENGTH = 4 * 1024 * 1024;

/** Makes the tables, empty; they go with the transaction. */
export async function createStage(tx: Tx): Promise<void> {
  for (const list of lists()) {
    const columns = [`position int`, COLUMNS[list], FOUND[list]].filter(Boolean).join(", ");
    await tx.$executeRawUnsafe(`CREATE TEMP TABLE ${nameOf(list)} (${columns}) ON COMMIT DROP`);
  }
}

/** To be called when all is in, before it is asked. */
export async function finishStage(tx: Tx): Promise<void> {
  for (const list of lists()) {
    const columns = INDEXES[list];
    if (columns) await tx.$executeRawUnsafe(`CREATE INDEX ON ${nameOf(list)} (${columns})`);
    await tx.$executeRawUnsafe(`ANALYZE ${nameOf(list)}`);
  }
}

/** The table of a list. */
export function staged(list: StagedList): Prisma.Sql {
  return Prisma.raw(nameOf(list));
}

/** Puts elements into their tables, a thousand or four megabytes with a statement. */
export class Stage {
  private waiting: string[] = [];
  private length = 0;
  private list: StagedList | null = null;

  constructor(private readonly tx: Tx) {}

  async take(list: ListName, elements: readonly Element[]): Promise<void> {
    if (list === "estimates") return;
    if (list !== this.list) await this.flush();
    this.list = list;
    for (const { position, value } of elements) {
      const row = JSON.stringify({ position, ...rowOf(list, value) });
      this.waiting.push(row);
      this.length += row.length;
      if (this.waiting.length >= ROWS || this.length >= LENGTH) await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (!this.list || this.waiting.length === 0) return;
    const columns = `position int, ${COLUMNS[this.list]}`;
    const names = columns.replaceAll(/(?<=^|,)\s*("\w+"|\w+)[^,]*/g, "$1");
    await this.tx.$executeRawUnsafe(
      `INSERT INTO ${nameOf(this.list)} (${names}) SELECT * FROM jsonb_to_recordset($1::jsonb) AS given (${columns})`,
      `[${this.waiting.join(",")}]`,
    );
    this.waiting = [];
    this.length = 0;
  }
}

function lists(): StagedList[] {
  return Object.keys(COLUMNS).filter((name): name is StagedList => name in COLUMNS);
}

function nameOf(list: StagedList): string {
  return `"brought_${list}"`;
}

/** Links as they meet links here come along: the database cannot make them. */
function rowOf(list: StagedList, value: unknown): object {
  if (list === "announcements") return withLinks(value as TransferAnnouncement);
  if (list === "sources") return withAddress(value as TransferSource);
  return value as object;
}

function withLinks(announcement: TransferAnnouncement): object {
  return { ...announcement, links: announcement.links.map((link) => ({ ...link, canonical: canonicalUrl(link.url) })) };
}

function withAddress(source: TransferSource): object {
  return { ...source, canonical: sourceAddress(source.url) };
}
