import type { PostPart } from "@/lib/catalogue/imports/post-parts";
import type { PostBlock } from "@/lib/catalogue/imports/post-view";

type Props = { blocks: readonly PostBlock[]; current: number; onChoose: (number: number) => void };

/** The post as text, each candidate's place numbered; a number leads to its candidate. */
export function PostColumn({ blocks, current, onChoose }: Props) {
  return (
    <article className="imp-post" tabIndex={0} aria-label="The post">
      <div className="imp-post-text">
        {blocks.map((block, index) => (
          <Block key={index} block={block} current={current} onChoose={onChoose} />
        ))}
      </div>
    </article>
  );
}

function Block({ block, current, onChoose }: Omit<Props, "blocks"> & { block: PostBlock }) {
  if (block.kind === "gap") return <p className="imp-gap">Part of the post is not shown</p>;
  return (
    <p className={block.kind}>
      {block.parts.map((part, index) =>
        part.numbers ? <Place key={index} part={part} current={current} onChoose={onChoose} /> : part.text,
      )}
    </p>
  );
}

function Place({ part, current, onChoose }: Omit<Props, "blocks"> & { part: PostPart }) {
  const numbers = part.numbers ?? [];
  const isCurrent = numbers.includes(current);
  return (
    <mark className={isCurrent ? "imp-place current" : "imp-place"} data-place={isCurrent || undefined}>
      {numbers.map((number) => (
        <a
          key={number}
          href={`?candidate=${number}#c${number}`}
          aria-label={`Candidate ${number}`}
          onClick={(event) => {
            event.preventDefault();
            onChoose(number);
          }}
        >
          {number}
        </a>
      ))}
      {part.text}
    </mark>
  );
}
