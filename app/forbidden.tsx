import type { Metadata } from "next";

import { StatusPage } from "@/components/shell/status-page";

/** A plain link: every page carries this one along, and would load the code of another kind of link for it. */
const HOME = "/";

export const metadata: Metadata = { title: "Not allowed" };

export default function Forbidden() {
  return (
    <StatusPage title="Not allowed">
      <p>Your role does not include this page. Ask a lead of your team, or an admin.</p>
      <p>
        <a href={HOME}>Go to your team</a>
      </p>
    </StatusPage>
  );
}
