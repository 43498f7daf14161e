import { Download } from "lucide-react";

import { exportPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";
import { formatCount } from "@/lib/format/number";

const FORMATS = [
  { extension: "csv", name: "CSV", about: "UTF-8" },
  { extension: "md", name: "Markdown", about: "one table" },
] as const;

/** The formats a shortlist can be taken away in: plain links, so that they work before JavaScript arrives. */
export function ExportMenu({ team, conference, total }: { team: string; conference: string; total: number }) {
  return (
    <Menu
      align="right"
      buttonClass={`${buttonClass("primary")} cursor-pointer max-sm:w-full`}
      button={
        <>
          <Download aria-hidden className="size-3.5" />
          Export
        </>
      }
    >
      {FORMATS.map(({ extension, name, about }) => (
        <a key={extension} href={exportPath(team, conference, `shortlist.${extension}`)} download className={menuItem}>
          {name}
          <span className="ml-auto text-xs text-ink-3">{about}</span>
        </a>
      ))}
      <p className="mt-1 border-t border-line px-2 pt-2 pb-1 text-xs text-ink-3">
        {formatCount(total, "announcement")}, decided and leaning
      </p>
    </Menu>
  );
}
