type Props = { words: "moved in" | "moved out"; isNamed?: boolean };

/** What goes round the shape of something that moved: dashed all round inwards, half a circle outwards. */
export function MovedSign({ words, isNamed = true }: Props) {
  return (
    <span className="radar-moved-sign">
      <svg viewBox="0 0 14 14" aria-hidden>
        {words === "moved in" ? (
          <circle cx="7" cy="7" r="6" strokeDasharray="2.5 2" />
        ) : (
          <path d="M7 1A6 6 0 0 1 7 13" />
        )}
      </svg>
      {isNamed && <span className="sr-only">{words}</span>}
    </span>
  );
}
