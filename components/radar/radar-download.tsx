import { Download } from "lucide-react";

import { exportPath, radarExportPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { menuItem } from "@/components/ui/menu-item";

type Props = { teamSlug: string; conferenceSlug: string; canExport: boolean };

const PICTURES = [
  { file: "radar.svg", name: "SVG", about: "picture and list" },
  { file: "radar.png", name: "PNG", about: "1600 pixels wide" },
] as const;

/** The radar as a picture, and the way to the files for other radars: plain links, so that they work without JavaScript. */
export function RadarDownload({ teamSlug, conferenceSlug, canExport }: Props) {
  return (
    <Menu
      align="right"
      buttonClass={`${buttonClass()} cursor-pointer max-sm:w-full print:hidden`}
      button={
        <>
          <Download aria-hidden className="size-3.5" />
          Download
        </>
      }
    >
      {PICTURES.map(({ file, name, about }) => (
        <a key={file} href={exportPath(teamSlug, conferenceSlug, file)} download className={menuItem}>
          {name}
          <span className="ml-auto text-xs text-ink-3">{about}</span>
        </a>
      ))}
      {canExport && (
        <a
          href={radarExportPath(teamSlug, conferenceSlug)}
          className={`${menuItem} mt-1 rounded-t-none border-t border-line`}
        >
          For other radars…
        </a>
      )}
    </Menu>
  );
}
