"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";

/** The page that a form is on, as the field that leads back to it. */
export function ReturnTo() {
  return (
    <Suspense>
      <Field />
    </Suspense>
  );
}

function Field() {
  const path = usePathname();
  const query = useSearchParams().toString();
  return <input type="hidden" name="returnTo" value={query ? `${path}?${query}` : path} />;
}
