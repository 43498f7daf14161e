import type { ShortlistRow } from "@/lib/shortlist/types";

/** What was announced, of which services, and where the vendor says so: on paper an address has to be read. */
export function PrintedTitle({ row: { title, services, address, link } }: { row: ShortlistRow }) {
  const vendor = link !== null && /^https?:\/\//i.test(link) ? link : null;
  return (
    <>
      <a href={address} className="printout-title">
        {title}
      </a>
      {services.length > 0 && <p>{services.join(", ")}</p>}
      {vendor && (
        <p className="printout-link">
          <a href={vendor} rel="noreferrer">
            {vendor}
          </a>
        </p>
      )}
    </>
  );
}
