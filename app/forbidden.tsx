import type { Metadata } from "next";
import Link from "next/link";

import { StatusPage } from "@/components/shell/status-page";

export const metadata: Metadata = { title: "Not allowed" };

export default function Forbidden() {
  return (
    <StatusPage title="Not allowed">
      <p>Your role does not include this page. Ask a lead of your team, or an admin.</p>
      <p>
        <Link href="/">Go to your team</Link>
      </p>
    </StatusPage>
  );
}
