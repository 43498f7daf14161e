import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

import { SharedPage } from "@/components/shares/shared-page";
import { KINDS } from "@/components/shares/share-words";
import { readSharedView } from "@/lib/shortlist/shares/view";

type Props = PageProps<"/share/[secret]">;

/** Read once for the title and the page. */
const sharedView = cache(readSharedView);

/** Robots and referrer are said in headers too (next.config.js), which also hold where no page is drawn. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await sharedView((await params).secret);
  if (!view) return { title: "Not found", referrer: "no-referrer" };
  const { about, content } = view;
  return { title: `${KINDS[content.kind].page} of ${about.conference.name}`, referrer: "no-referrer" };
}

/** What a link shows, for people: whoever holds it reads it, signed in or not, and nobody is asked who they are. */
export default async function SharePage({ params }: Props) {
  const { secret } = await params;
  const view = await sharedView(secret);
  if (!view) notFound();
  return <SharedPage view={view} picture={view.files.includes("radar.svg") ? `/share/${secret}/radar.svg` : null} />;
}
