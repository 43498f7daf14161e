import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";

import { printPath, shortlistPath } from "@/components/paths";
import { PrintButton } from "@/components/shortlist/print/print-button";
import { PrintoutDocument } from "@/components/shortlist/print/printout";
import { buttonClass } from "@/components/ui/button-class";
import { requireTeam } from "@/lib/identity/gates";
import { parseShortlistFilter, shortlistQuery } from "@/lib/shortlist/filter";
import { readPrintout } from "@/lib/shortlist/print/queries";

import "@/app/styles/printout.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]/shortlist/print">;

export const metadata: Metadata = { title: "Shortlist to print" };

/** The shortlist as a document for paper, or for a PDF through the browser's print. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const filter = parseShortlistFilter(singleValues(await searchParams));
  const query = shortlistQuery(filter);
  const viewer = await requireTeam(team, printPath(team, conference, query));
  const printout = await readPrintout(viewer, conference, filter);
  if (!printout.ok) return printout.problem.kind === "forbidden" ? forbidden() : notFound();
  return (
    <div className="mx-auto max-w-[900px] px-4 pt-4 pb-12 sm:px-6 print:m-0 print:max-w-none print:p-0">
      <div className="mb-4 flex flex-wrap items-center gap-2 print:hidden">
        <PrintButton />
        <Link href={shortlistPath(team, conference, query)} prefetch={false} className={buttonClass("quiet")}>
          Back to the shortlist
        </Link>
        <noscript className="text-sm">Without JavaScript, print it with the browser: Ctrl P, or ⌘ P on a Mac.</noscript>
      </div>
      <PrintoutDocument printout={printout.value} />
    </div>
  );
}

/** An address may name something several times; the first one counts. */
function singleValues(asked: Awaited<Props["searchParams"]>): URLSearchParams {
  const entries = Object.entries(asked).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(entries);
}
