import Link from "next/link";

/** Which team it is for; nothing for somebody who leads only one. */
export function TeamChoice({
  teams,
  current,
  path,
}: {
  teams: readonly { slug: string; name: string }[];
  current: string;
  path: "/imports" | "/imports/new" | "/imports/feeds";
}) {
  if (teams.length < 2) return null;
  return (
    <nav aria-label="Team" className="flex flex-wrap gap-1 text-sm">
      {teams.map(({ slug, name }) => (
        <Link
          key={slug}
          href={`${path}?team=${encodeURIComponent(slug)}`}
          aria-current={slug === current ? "page" : undefined}
          prefetch={false}
          className="rounded-md px-2 py-1 text-ink-2 aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
