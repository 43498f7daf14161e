import type { ReactNode } from "react";

import { QUADRANT_NUMBERS, type RadarMapping } from "@/lib/shortlist/formats/radar-mapping";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";

import type { RadarTool } from "./tools";

type Props = {
  tool: RadarTool;
  mapping: RadarMapping;
  quadrants: Quadrants;
  /** Host and port of this installation. */
  host: string;
  /** The page on which a link for this tool is made. */
  shares: string;
};

/** What is to be done with the file in the other tool, step by step. */
export function Steps({ tool, ...props }: Props) {
  return (
    <section className="grid gap-2">
      <h3 className="text-base">Then in {tool.fullName}</h3>
      <ol className="grid list-decimal gap-2 pl-5 text-sm [&_a]:underline">{STEPS[tool.key](props)}</ol>
    </section>
  );
}

type StepsOf = (props: Omit<Props, "tool">) => ReactNode;

const STEPS: Record<RadarTool["key"], StepsOf> = {
  byor: ({ shares }) => (
    <>
      <li>
        <a href={shares}>Make a share link of the radar</a>; it remembers the mapping shown here.
      </li>
      <li>
        Paste the link that ends in <code>radar.csv</code> (or <code>byor.json</code>) at{" "}
        <a href="https://radar.thoughtworks.com">radar.thoughtworks.com</a> and build it. The link has to end like that.
      </li>
      <li>
        Your browser fetches the file, so everybody who opens that radar has to reach this installation. Else put the
        downloaded file where they do.
      </li>
    </>
  ),
  zalando: ({ mapping, quadrants, shares }) => (
    <>
      <li>
        Put the file beside the page as <code>config.json</code>, or have the page load the link that ends in{" "}
        <code>zalando.json</code>: <a href={shares}>make a share link of the radar</a>.
      </li>
      <li>
        Name the quadrants in the page’s call of <code>radar_visualization</code>:
        <Code>{zalandoQuadrants(mapping, quadrants)}</Code>
      </li>
      <li>Leave its four rings as they are.</li>
    </>
  ),
  aoe: () => (
    <>
      <li>
        Unpack the file beside the <code>package.json</code> of your radar. It brings <code>radar/</code> with a folder
        for each day.
      </li>
      <li>
        Run <code>npm run build</code>.
      </li>
      <li>Before you unpack a later export, remove the folders of the last one: it brings the history itself.</li>
    </>
  ),
  backstage: ({ host, shares }) => (
    <>
      <li>
        <a href={shares}>Make a share link of the radar</a> and copy the one that ends in <code>backstage.json</code>.
      </li>
      <li>
        With <code>@backstage-community/plugin-tech-radar-backend</code> installed, add to <code>app-config.yaml</code>:
        <Code>{backstageConfig(host)}</Code>
      </li>
      <li>Without the allow line the backend refuses to read the address.</li>
    </>
  ),
};

function Code({ children }: { children: string }) {
  return (
    <pre className="mt-1.5 rounded-md border border-line bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-ink">
      {children}
    </pre>
  );
}

/** The names of our quadrants at the places that the mapping gives them. */
function zalandoQuadrants({ quadrants: places }: RadarMapping, { names }: Quadrants): string {
  const lines = QUADRANT_NUMBERS.map((place) => {
    const ours = QUADRANT_NUMBERS.filter((number) => places[number].value === place).map((number) => names[number]);
    return `  { name: ${JSON.stringify(ours.join(", "))} },`;
  });
  return ["quadrants: [", ...lines, "],"].join("\n");
}

function backstageConfig(host: string): string {
  return [
    ...["techRadar:", "  url: the link", "backend:", "  reading:", "    allow:"],
    `      - host: ${JSON.stringify(host)}`,
  ].join("\n");
}
