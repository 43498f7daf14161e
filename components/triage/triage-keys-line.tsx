import { Kbd } from "@/components/ui/kbd";

const LINE = [
  { keys: ["a", "i", "x"], does: "mark" },
  { keys: ["n"], does: "note" },
  { keys: ["c"], does: "thread" },
  { keys: ["s"], does: "later" },
  { keys: ["u"], does: "undo" },
  { keys: ["j", "k"], does: "move" },
  { keys: ["/"], does: "search" },
];

/** The keys below the card, where there is a keyboard. */
export function KeysLine({ onHelp }: { onHelp: () => void }) {
  return (
    <p className="triage-keys">
      {LINE.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
      <button type="button" onClick={onHelp}>
        <Kbd>?</Kbd> all keys
      </button>
    </p>
  );
}
