import { ArrowUpRight, ChevronDown, ChevronRight, ChevronUp } from "lucide-react";
import Link from "next/link";

import type { AnnouncementDetails } from "@/lib/catalogue/announcement-types";
import { AVAILABILITY_LABEL, CATEGORY_LABEL } from "@/lib/catalogue/labels";

import { announcementPath, boardPath, type AnnouncementPath } from "@/components/paths";

type HeadProps = { announcement: AnnouncementDetails; teamSlug: string };

/** Where the announcement stands: conference, category, and the way to the ones before and after it. */
export function AnnouncementCrumb({ announcement, teamSlug }: HeadProps) {
  const { conference, category, previous, next } = announcement;
  return (
    <nav aria-label="Breadcrumb" className="flex items-center gap-1.5 pt-3 text-sm text-ink-3 max-sm:pt-2">
      <Link prefetch={false} href={boardPath(teamSlug, conference.slug)} className="truncate text-ink-2">
        {conference.name}
      </Link>
      <ChevronRight aria-hidden className="size-3.5 shrink-0" />
      <Link
        prefetch={false}
        href={boardPath(teamSlug, conference.slug, { category: [category] })}
        className="truncate text-ink-3"
      >
        {CATEGORY_LABEL[category]}
      </Link>
      <span className="ml-auto flex shrink-0 gap-1">
        <Step
          to={previous && announcementPath(teamSlug, previous.slug)}
          label={`Previous: ${previous?.title}`}
          shortcut="k"
        >
          <ChevronUp aria-hidden className="size-4" />
        </Step>
        <Step to={next && announcementPath(teamSlug, next.slug)} label={`Next: ${next?.title}`} shortcut="j">
          <ChevronDown aria-hidden className="size-4" />
        </Step>
      </span>
    </nav>
  );
}

/** Title, services, availability and where it was announced. */
export function AnnouncementHead({ announcement, teamSlug }: HeadProps) {
  const { title, conference, services, availability, links } = announcement;
  const details = [
    services.length > 0 &&
      services.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <Link prefetch={false} href={boardPath(teamSlug, conference.slug, { view: "all", service: [slug] })}>
            {name}
          </Link>
        </span>
      )),
    AVAILABILITY_LABEL[availability] && (
      <span className={`availability ${availability}`}>{AVAILABILITY_LABEL[availability]}</span>
    ),
    ...links.map(({ url, kind }) => (
      <a key={url} href={url} rel="noopener" className="inline-flex items-center gap-0.5">
        {LINK_WORDS[kind] ?? new URL(url).host}
        <ArrowUpRight aria-hidden className="size-3.5" />
      </a>
    )),
  ].filter(Boolean);
  return (
    <header className="grid gap-1.5 pb-4">
      <h1 className="text-xl tracking-tight wrap-anywhere sm:text-2xl">{title}</h1>
      <div className="text-sm">
        {details.map((detail, index) => (
          <span key={index}>
            {index > 0 && <span className="mx-1.5 text-ink-3">·</span>}
            {detail}
          </span>
        ))}
      </div>
    </header>
  );
}

const LINK_WORDS: Record<string, string> = {
  announcement: "Announcement",
  documentation: "Documentation",
  video: "Video",
};

type StepProps = { to: AnnouncementPath | null; label: string; shortcut: string; children: React.ReactNode };

function Step({ to, label, shortcut, children }: StepProps) {
  const shape = "grid size-7 place-items-center rounded-md max-sm:size-9";
  if (!to) return <span className={`${shape} text-line-control`}>{children}</span>;
  return (
    <Link
      prefetch={false}
      href={to}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} (${shortcut})`}
      className={`${shape} text-ink-2 hover:bg-sunken`}
    >
      {children}
    </Link>
  );
}
