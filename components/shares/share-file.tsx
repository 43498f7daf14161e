"use client";

import { useId, useRef } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { useCopy } from "@/components/ui/use-copy";

type Props = { file: string; address: string; name: string; how: string };

/** One file of a link: which tool takes it, what to do there, and its address, to open and to copy. */
export function ShareFile({ file, address, name, how }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { outcome, copy } = useCopy(() => field.current?.select());
  return (
    <li className="grid gap-1.5 border-b border-line py-3">
      <p className="text-sm">
        <a href={address} id={`${id}-name`} className="inline-block min-h-6 font-medium">
          {name}
        </a>{" "}
        <span className="text-xs text-ink-3">{file}</span>
        {how && <span className="block text-xs text-ink-3">{how}</span>}
      </p>
      <div className="flex items-center gap-2">
        <input
          ref={field}
          readOnly
          value={address}
          aria-labelledby={`${id}-name`}
          onFocus={(event) => event.target.select()}
          className={inputClass}
        />
        <button
          type="button"
          id={`${id}-copy`}
          aria-labelledby={`${id}-copy ${id}-name`}
          onClick={() => copy(address)}
          className={buttonClass()}
        >
          Copy
        </button>
      </div>
      <span role="status" className="text-xs font-medium text-ink empty:hidden">
        {outcome}
      </span>
    </li>
  );
}
