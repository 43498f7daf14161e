import type { Metadata } from "next";

import { StatusPage } from "@/components/shell/status-page";

/** A plain link: every page carries this one along, and would load the code of another kind of link for it. */
const HOME = "/";

export const metadata: Metadata = { title: "Not found" };

/** What is not there and what is another team's look the same. */
export default function NotFound() {
  return (
    <StatusPage title="Not found">
      <p>There is nothing at this address, or it is not for your teams.</p>
      <p>
        <a href={HOME}>Go to your team</a>
      </p>
    </StatusPage>
  );
}
