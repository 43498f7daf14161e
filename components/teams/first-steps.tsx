import Link from "next/link";

/** What to do in a team whose installation has nothing to mark yet. */
export function FirstSteps({ isLead }: { isLead: boolean }) {
  if (!isLead) {
    return (
      <div className="max-w-160 py-6">
        <h3 className="text-lg">Nothing to mark yet</h3>
        <p className="mt-1 text-base text-ink-2">
          A lead reads a recap post in, then its announcements are listed here.
        </p>
      </div>
    );
  }
  return (
    <div className="max-w-160 py-6">
      <h3 className="text-lg">Nothing to mark yet</h3>
      <p className="mt-1 text-base text-ink-2">
        Debrief needs something to read. It proposes announcements and you confirm them.
      </p>
      <ol className="mt-5 border-t border-line">
        {STEPS.map(({ title, text, href, link }, index) => (
          <li key={title} className="flex gap-4 border-b border-line py-4">
            <b className="w-4 text-ink-3">{index + 1}</b>
            <div>
              <h4 className="text-sm">{title}</h4>
              <p className="text-base text-ink-2">
                {text} {href && <Link href={href}>{link}</Link>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

const STEPS = [
  { title: "Add a conference", text: "Its name and, when you know them, its days.", href: null, link: null },
  { title: "Read a source", text: "Paste a recap or choose a file.", href: "/imports/new", link: "Read a post in" },
  { title: "Review what it found", text: "Create, merge or skip each candidate.", href: null, link: null },
  { title: "Invite the team", text: "Everybody marks for themselves.", href: null, link: null },
] as const;
