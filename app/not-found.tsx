import type { Metadata } from "next";
import Link from "next/link";

import { StatusPage } from "@/components/shell/status-page";

export const metadata: Metadata = { title: "Not found" };

/** What is not there and what is another team's look the same. */
export default function NotFound() {
  return (
    <StatusPage title="Not found">
      <p>There is nothing at this address, or it is not for your teams.</p>
      <p>
        <Link href="/">Go to your team</Link>
      </p>
    </StatusPage>
  );
}
