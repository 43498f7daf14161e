import { Logo } from "@/components/shell/logo";
import { Facts } from "@/components/ui/facts";
import { formatDateTime, formatDay, formatDays } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import type { ExportAbout } from "@/lib/shortlist/export/types";
import type { SharedContent, SharedView } from "@/lib/shortlist/shares/view";

import { ShareFiles } from "./share-files";
import { KINDS, showsWords } from "./share-words";
import { SharedFeed } from "./shared-feed";
import { SharedRadar } from "./shared-radar";
import { SharedShortlist } from "./shared-shortlist";

type Props = {
  view: SharedView;
  /** Where the radar is as a picture; null where there is none. */
  picture: string | null;
};

/** A link opened by a person: what it is of, what it shows, and its files for the tools they use. */
export function SharedPage({ view: { about, address, until, files, content }, picture }: Props) {
  const { conference, filter, at } = about;
  return (
    <main id="main" className="mx-auto w-full max-w-360 px-4 pt-6 pb-16 sm:px-6">
      <header className="grid gap-1.5">
        <p className="flex items-center gap-2 text-sm text-ink-2">
          <Logo className="size-5" />
          {KINDS[content.kind].page} of {about.team.name}
        </p>
        <h1 className="wrap-break-word">{conference.name}</h1>
        <Facts
          facts={[
            conference.startsOn && formatDays(conference.startsOn, conference.endsOn ?? conference.startsOn),
            filter && `only ${filter}`,
            `as of ${formatDateTime(at)}`,
            "to read only",
            until && `until the end of ${formatDay(until)}, UTC`,
          ]}
        />
        <p className="max-w-[68ch] text-sm text-ink-3">{whatItTells(about)}</p>
      </header>
      <div className="mt-6 grid grid-cols-1 items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="grid min-w-0 gap-8">
          <Content content={content} about={about} picture={picture} />
        </div>
        <section aria-labelledby="files" className="print:hidden">
          <h2 id="files" className="pb-1">
            Take it along
          </h2>
          <p className="pb-2 text-xs text-ink-3">Each address gives what stands at the time.</p>
          <ShareFiles address={address} files={files} />
        </section>
      </div>
    </main>
  );
}

function Content({ content, about, picture }: { content: SharedContent; about: ExportAbout; picture: string | null }) {
  if (content.kind === "shortlist") return <SharedShortlist rows={content.rows} isAll={content.isAll} />;
  if (content.kind === "feed") return <SharedFeed decided={content.decided} />;
  return (
    <SharedRadar
      {...content}
      picture={
        picture === null ? null : { address: picture, alt: `Radar of ${about.team.name} for ${about.conference.name}` }
      }
    />
  );
}

/** What is in it of people, exactly; and what a blind round keeps to itself. */
function whatItTells({ shows, hidden }: ExportAbout): string {
  const told = `Decisions with their reasons, as the team wrote them, and how many marked what; ${showsWords(shows)}.`;
  if (hidden === 0) return told;
  return `${told} Marks on ${formatCount(hidden, "announcement")} are hidden while the team’s round is blind.`;
}
