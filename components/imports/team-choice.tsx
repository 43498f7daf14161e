import Link from "next/link";

/** Which team it is for; nothing for somebody who leads only one. */
export function TeamChoice({
  teams,
  current,
  path,
}: {
  teams: readonly { slug: string; name: string }[];
  current: string;
  path: "/imports" | "/imports/new";
}) {
  if (teams.length < 2) return null;
  return (
    <nav className="imp-teams" aria-label="Team">
      {teams.map(({ slug, name }) => (
        <Link
          key={slug}
          href={`${path}?team=${encodeURIComponent(slug)}`}
          aria-current={slug === current ? "page" : undefined}
          prefetch={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
