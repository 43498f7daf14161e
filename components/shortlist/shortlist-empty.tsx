import Link from "next/link";

import type { BoardPath } from "@/components/paths";

/** What to do while nothing is decided and nothing leans to adopt. */
export function ShortlistEmpty({ board }: { board: BoardPath }) {
  return (
    <div className="grid max-w-[60ch] gap-2 py-8">
      <h2 className="text-lg">Nothing to adopt yet</h2>
      <p>
        What more than half of those who marked would adopt stands here, and what a lead decides to adopt. Go on with
        the <Link href={board}>board</Link>.
      </p>
    </div>
  );
}
