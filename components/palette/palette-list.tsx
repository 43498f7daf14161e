"use client";

import { Command } from "cmdk";

import { Highlighted } from "@/components/search/highlighted";

import { PALETTE_GROUPS, type PaletteEntry } from "./types";

type Props = { entries: readonly PaletteEntry[]; onChoose: (entry: PaletteEntry) => void };

/** What can be chosen, by kind, always in the same order, so that what arrives later is added below. */
export function PaletteList({ entries, onChoose }: Props) {
  return (
    <Command.List label="Results" className="scroll-py-2 overflow-y-auto overscroll-contain px-2 py-2 empty:hidden">
      {PALETTE_GROUPS.map((group) => {
        const lines = entries.filter((entry) => entry.group === group);
        return (
          lines.length > 0 && (
            <Command.Group
              key={group}
              heading={group}
              className="not-first:mt-2 [&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:py-1 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-3"
            >
              {lines.map((entry) => (
                <Line key={entry.id} entry={entry} onChoose={onChoose} />
              ))}
            </Command.Group>
          )
        );
      })}
    </Command.List>
  );
}

function Line({ entry, onChoose }: { entry: PaletteEntry; onChoose: Props["onChoose"] }) {
  return (
    <Command.Item
      value={entry.id}
      onSelect={() => onChoose(entry)}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-l-xs rounded-r-md px-2 py-1 text-ink data-[selected=true]:bg-accent-soft data-[selected=true]:shadow-[inset_2px_0_var(--color-accent)] sm:min-h-8 forced-colors:data-[selected=true]:outline-2 forced-colors:data-[selected=true]:-outline-offset-2"
    >
      <span className="min-w-0 flex-1 wrap-anywhere">
        <Highlighted text={entry.label} ranges={entry.ranges} />
      </span>
      {entry.detail && (
        <span className="max-w-[45%] flex-none truncate text-right text-xs text-ink-3 tabular-nums">
          {entry.detail}
        </span>
      )}
    </Command.Item>
  );
}
