import { AVAILABILITY_LABEL } from "@/lib/catalogue/labels";
import type { AgendaItem } from "@/lib/voting/agenda/types";

type Props = {
  item: Pick<AgendaItem, "services" | "availability" | "disagreement" | "marks">;
  /** Marks that an announcement of the round needs; null without a round. */
  quorum: number | null;
};

/** Service, availability, how far apart the marks are, and whether they are too few. */
export function ItemMeta({ item: { services, availability, disagreement, marks }, quorum }: Props) {
  const isFew = quorum !== null && marks < quorum;
  return (
    <p className="agenda-meta">
      {services.length > 0 && <span>{services.join(", ")}</span>}
      {AVAILABILITY_LABEL[availability] && (
        <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
      )}
      {disagreement !== null && <span>disagreement {Math.round(disagreement * 100)}</span>}
      {isFew && (
        <span>
          {marks} of quorum {quorum}
        </span>
      )}
    </p>
  );
}
