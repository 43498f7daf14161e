"use client";

import { memo, useMemo, type ReactNode, type Ref } from "react";

import type { PostPart } from "@/lib/catalogue/imports/post-parts";
import type { PostBlock } from "@/lib/catalogue/imports/post-view";
import type { PostEntry } from "@/lib/catalogue/imports/review-queries";
import type { Resolution, ReviewCandidate } from "@/lib/catalogue/imports/types";

/** The post as text to read; for lists, which are none, what they say in each entry. */
export type PostContent = { blocks: readonly PostBlock[] } | { entries: readonly PostEntry[] };

type Props = {
  post: PostContent;
  candidates: readonly ReviewCandidate[];
  current: number;
  onChoose: (number: number) => void;
  /** The text itself, which selections are looked up in. */
  textRef: Ref<HTMLDivElement>;
  foot: ReactNode;
};

/** How each candidate stands, written so that a paragraph whose candidates stand as before is not drawn anew. */
type Standings = ReadonlyMap<number, Resolution>;

/** The post with each candidate's place numbered and in the colour and shape of its answer; a place leads to its candidate. */
export function PostColumn({ post, candidates, current, onChoose, textRef, foot }: Props) {
  const standings: Standings = new Map(candidates.map(({ number, resolution }) => [number, resolution]));
  const isText = "blocks" in post;
  return (
    <article className="imp-post" tabIndex={0} aria-label="The post">
      <div className="imp-post-text" ref={textRef}>
        {isText ? (
          <Text blocks={post.blocks} standings={standings} current={current} onChoose={onChoose} />
        ) : (
          <Entries entries={post.entries} candidates={candidates} current={current} onChoose={onChoose} />
        )}
      </div>
      {foot}
    </article>
  );
}

type Shown = { standings: Standings; current: number; onChoose: (number: number) => void };

function Text({ blocks, standings, current, onChoose }: Shown & { blocks: readonly PostBlock[] }) {
  const numbers = useMemo(() => blocks.map(({ parts }) => parts.flatMap((part) => part.numbers ?? [])), [blocks]);
  return blocks.map((block, index) => {
    const here = numbers[index] ?? [];
    return (
      <Block
        key={index}
        index={index}
        block={block}
        current={here.includes(current) ? current : 0}
        standing={here.map((number) => `${number}:${standings.get(number) ?? "open"}`).join(" ")}
        onChoose={onChoose}
      />
    );
  });
}

type BlockProps = {
  index: number;
  block: PostBlock;
  current: number;
  standing: string;
  onChoose: (number: number) => void;
};

const Block = memo(function Block({ index, block, current, standing, onChoose }: BlockProps) {
  if (block.kind === "gap") return <p className="imp-gap">Part of the post is not shown</p>;
  const standings: Standings = new Map(
    standing.split(" ").map((each) => {
      const [number, resolution] = each.split(":");
      return [Number(number), RESOLUTIONS.find((one) => one === resolution) ?? "open"];
    }),
  );
  return (
    <p className={block.kind} data-block={index}>
      {block.parts.map((part, at) =>
        part.numbers ? (
          <Place key={at} part={part} numbers={part.numbers} {...{ standings, current, onChoose }} />
        ) : (
          part.text
        ),
      )}
    </p>
  );
});

const RESOLUTIONS = ["open", "create", "merge", "skip", "known"] as const;

function Place({ part, numbers, standings, current, onChoose }: Shown & { part: PostPart; numbers: number[] }) {
  const isCurrent = numbers.includes(current);
  const [first = 0] = numbers;
  // A name with markup inside is shown in pieces, and numbered once.
  const named = part.isRest ? [] : numbers;
  const standing = standings.get(isCurrent ? current : first) ?? "open";
  return (
    <mark
      className={["imp-place", standing, isCurrent && "current"].filter(Boolean).join(" ")}
      data-place={isCurrent || undefined}
      onClick={() => {
        // Whoever drags over a name wants to select it.
        if (getSelection()?.isCollapsed !== false) onChoose(isCurrent ? current : first);
      }}
    >
      {named.map((number) => (
        <a
          key={number}
          href={`?candidate=${number}#c${number}`}
          aria-label={`Candidate ${number}, ${SAYS[standings.get(number) ?? "open"]}`}
          aria-current={number === current || undefined}
          tabIndex={number === current ? undefined : -1}
          // Drawn by the style, so that whoever copies or selects the post gets its own words alone.
          data-number={number}
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onChoose(number);
          }}
        />
      ))}
      {part.text}
    </mark>
  );
}

const SAYS: Record<Resolution, string> = {
  open: "open",
  create: "accepted",
  merge: "accepted, merges",
  skip: "skipped",
  known: "already here",
};

type EntriesProps = {
  entries: readonly PostEntry[];
  candidates: readonly ReviewCandidate[];
  current: number;
  onChoose: (number: number) => void;
};

function Entries({ entries, candidates, current, onChoose }: EntriesProps) {
  const byNumber = new Map(candidates.map((candidate) => [candidate.number, candidate]));
  return entries.map(({ number, excerpt, section, url }) => {
    const candidate = byNumber.get(number);
    if (!candidate) return null;
    const part = { text: candidate.title, start: 0 };
    const standings = new Map([[number, candidate.resolution]]);
    return (
      <div key={number} className="imp-entry">
        <p className="heading">
          <Place part={part} numbers={[number]} {...{ standings, current, onChoose }} />
        </p>
        {excerpt !== candidate.title && <p className="text">{excerpt}</p>}
        <p className="imp-entry-facts">{[section, url && hostOf(url)].filter(Boolean).join(" · ")}</p>
      </div>
    );
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
