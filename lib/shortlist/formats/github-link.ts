import type { ExportAbout } from "../export/types";
import type { ShortlistRow } from "../types";

import { cutIssue, CUTS, firstThat } from "./github-text";

/** A repository on GitHub, or on a GitHub Enterprise server. */
export type Repository = {
  /** "owner/name", with the host in front where it is not github.com. */
  name: string;
  /** Its address, without a slash at the end. */
  address: string;
};

/** GitHub refuses addresses of more than 8,191 bytes (github/docs#5136). */
const MOST_ADDRESS = 8_000;

/**
 * The repository that somebody typed as "owner/name" or pasted as an https address of it or of anything in it, with or
 * without .git; null when it is none.
 */
export function parseRepository(typed: string): Repository | null {
  const text = typed.trim();
  const path = /^[\w-]+\/[\w.-]+$/.test(text) ? `https://github.com/${text}` : text;
  if (!/^https:\/\//i.test(path) || !URL.canParse(path)) return null;
  const url = new URL(path);
  const [, owner = "", repository = ""] = url.pathname.split("/");
  const name = repository.replace(/\.git$/, "");
  if (url.username || url.password || !OWNER.test(owner) || !NAME.test(name) || /^\.+$/.test(name)) return null;
  const host = url.host === "www.github.com" ? "github.com" : url.host;
  return {
    name: host === "github.com" ? `${owner}/${name}` : `${host}/${owner}/${name}`,
    address: `https://${host}/${owner}/${name}`,
  };
}

const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * An address that opens GitHub's form for a new issue, filled in ("Creating an issue from a URL query" in GitHub's docs):
 * with as much of the text as an address takes.
 */
export function issueLink({ address }: Repository, row: ShortlistRow, about: ExportAbout): string {
  const links = CUTS.map((cut) => () => {
    const { title, body, labels } = cutIssue(row, about, { cut });
    return `${address}/issues/new?${new URLSearchParams({ title, body, labels: labels.join(",") }).toString()}`;
  });
  return firstThat(links, (made) => made.length < MOST_ADDRESS);
}

/** Commands for bash that make an issue of each body in github.json, with GitHub's own command line and jq. */
export function ghCommands(repository: Repository | null): string {
  const { host, pathname } = new URL(repository?.address ?? "https://github.com/OWNER/NAME");
  const where = host === "github.com" ? "" : ` --hostname ${host}`;
  return [
    "jq -c '.[]' github.json | while read -r issue; do",
    `  gh api${where} repos${pathname}/issues --input - <<< "$issue"`,
    "done",
  ].join("\n");
}
