import { Avatar } from "@/components/ui/avatar";
import type { AnnouncementDetails } from "@/lib/catalogue/announcement-types";
import { formatDayOfYear, formatDateTime } from "@/lib/format/date";
import { formatCount, formatNumber } from "@/lib/format/number";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES, type Choice } from "@/lib/voting/types";
import type { ShownMark } from "@/lib/voting/marks";

import { TallyBar } from "./tally-bar";

/** How many faces stand for those who gave no reason. */
const SHOWN_FACES = 12;

type TeamMarksProps = Pick<AnnouncementDetails, "team" | "marks" | "tally"> & { personId: string };

/** Everybody's marks by choice, notes first, and who has not marked, which is never the same as ignore. */
export function TeamMarks({ team: { byChoice, waiting, members }, marks, tally, personId }: TeamMarksProps) {
  const names = waiting.people.map(({ name }) => name);
  const more = waiting.total - names.length;
  return (
    <section aria-labelledby="marks">
      <header className="mb-2 flex items-center gap-2">
        <h2 id="marks">Marks</h2>
        <span className="ml-auto text-xs text-ink-3 tabular-nums">
          {formatNumber(members - waiting.total)} of {formatNumber(members)}
        </span>
      </header>
      <TallyBar tally={tally} marks={marks} members={members} isWide />
      {!tally && (
        <p className="mt-2 text-sm">Who marked what shows once you have marked, or when the round is closed.</p>
      )}
      <div className="mt-4 grid gap-3">
        {CHOICES.filter((choice) => tally && tally[choice] > 0).map((choice) => (
          <ChoiceGroup
            key={choice}
            choice={choice}
            marks={byChoice[choice]}
            total={tally?.[choice] ?? 0}
            personId={personId}
          />
        ))}
        {tally && waiting.total > 0 && (
          <p className="border-t border-line pt-3 text-xs text-ink-3">
            {waiting.total === 1 && <Avatar name={names[0] ?? ""} size="s" />} {listed(names, more)}{" "}
            {waiting.total === 1 ? "has" : "have"} not marked
          </p>
        )}
      </div>
    </section>
  );
}

type ChoiceGroupProps = { choice: Choice; marks: ShownMark[]; total: number; personId: string };

function ChoiceGroup({ choice, marks, total, personId }: ChoiceGroupProps) {
  const noted = marks.filter(({ note }) => note !== "");
  const silent = marks.filter(({ note }) => note === "");
  const more = total - marks.length;
  return (
    <div>
      <h3 className={`${choice} flex items-center gap-1.5 pb-1`}>
        <span className="shape text-(--c)" aria-hidden />
        <span className="font-medium text-(--c-ink)">{CHOICE_LABEL[choice]}</span>
        <span className="ml-auto font-medium tabular-nums">{formatNumber(total)}</span>
      </h3>
      <ul>
        {noted.map((mark) => (
          <li key={mark.personId} className="flex gap-2.5 py-2">
            <Avatar name={mark.name} isMe={mark.personId === personId} />
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm">
                <span className="font-medium text-ink">{mark.name}</span>
                {!mark.hasAccount && <span className="text-xs text-ink-3">no account here</span>}
                <time dateTime={mark.at} title={formatDateTime(mark.at)} className="text-xs text-ink-3">
                  {formatDayOfYear(mark.at)}
                </time>
              </p>
              <p className="mt-0.5 text-sm wrap-anywhere whitespace-pre-wrap">{mark.note}</p>
            </div>
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <p className="flex flex-wrap items-center gap-1 py-1 text-xs text-ink-3">
          {silent.slice(0, SHOWN_FACES).map((mark) => (
            <span key={mark.personId} title={nameOf(mark)} className="inline-flex">
              <Avatar name={mark.name} isMe={mark.personId === personId} size="s" />
            </span>
          ))}
          <span className="ml-1">
            {silent.length === 1 && silent[0] ? nameOf(silent[0]) : formatNumber(silent.length)} without a note
          </span>
        </p>
      )}
      {more > 0 && <p className="text-xs text-ink-3">and {formatNumber(more)} more</p>}
    </div>
  );
}

function nameOf({ name, hasAccount }: ShownMark): string {
  return hasAccount ? name : `${name}, no account here,`;
}

/** "Ann", "Ann and Bo", "Ann, Bo and 3 more". */
function listed(names: readonly string[], more: number): string {
  const shown = names.slice(0, 12);
  const rest = more + names.length - shown.length;
  const all = rest > 0 ? [...shown, `${formatCount(rest, "more", "more")}`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}
