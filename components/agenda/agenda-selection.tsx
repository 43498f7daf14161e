"use client";

import {
  createContext,
  use,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from "react";

import { DecideMany } from "@/components/decisions/decide-many";
import type { FormAction } from "@/lib/errors/form";
import type { Named } from "@/lib/voting/decisions/decision";
import { SELECTED, selectedValue, type Selected } from "@/lib/voting/decisions/form";

type Selection = {
  /** The form that settles what is selected. */
  formId: string;
  isSelected: (id: string) => boolean;
  toggle: (id: string) => void;
  /** To the bar, from the box that has the focus. */
  goOn: () => void;
};

const SelectionContext = createContext<Selection | null>(null);

type Props = {
  /** Everything on the page that can be selected, as it stands now. */
  listed: readonly Selected[];
  members: readonly Named[];
  /** `decideManyAction` of the team. */
  action: FormAction;
  children: ReactNode;
};

/** A list of which several are decided at once: each of its items has a `SelectItem`, and the bar comes below. */
export function AgendaSelection({ listed, members, action, children }: Props) {
  const formId = useId();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const around = useRef<HTMLDivElement>(null);
  const items = listed.filter(({ id }) => selected.has(id));

  // What was ticked before the page came to life.
  useEffect(() => {
    const ticked = around.current?.querySelectorAll<HTMLInputElement>(`input[name=${SELECTED}]:checked`) ?? [];
    const ids = [...ticked].map(({ value }) => value.split("|")[0] ?? "");
    if (ids.length > 0) setSelected((before) => new Set([...before, ...ids]));
  }, []);

  const selection: Selection = {
    formId,
    isSelected: (id) => selected.has(id),
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelected(next);
    },
    goOn: () => around.current?.querySelector<HTMLElement>("[data-decide-many] input[type=radio]")?.focus(),
  };
  return (
    <SelectionContext value={selection}>
      <div ref={around}>
        {children}
        <DecideMany
          id={formId}
          items={items}
          members={members}
          action={action}
          onDecided={() => setSelected(new Set())}
          onClear={() => {
            const [first] = items;
            setSelected(new Set());
            around.current?.querySelector<HTMLElement>(`[data-select="${first?.id}"]`)?.focus();
          }}
        />
      </div>
    </SelectionContext>
  );
}

/** Ticks one item of the list; Enter leads on to the bar. Nothing where nobody can decide. */
export function SelectItem({ item }: { item: Selected }) {
  const selection = use(SelectionContext);
  const isAlive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!selection) return null;
  const { formId, isSelected, toggle, goOn } = selection;
  return (
    <input
      type="checkbox"
      data-select={item.id}
      name={SELECTED}
      value={selectedValue(item)}
      // Where no script runs the form is told by the box itself, else by what is selected.
      form={isAlive ? "" : formId}
      checked={isSelected(item.id)}
      onChange={() => toggle(item.id)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        goOn();
      }}
      aria-label={`Select ${item.title}`}
      aria-keyshortcuts="Space Enter"
      className="size-6 flex-none accent-accent sm:m-0.5 sm:size-5"
    />
  );
}

function neverChanges() {
  return () => {};
}
