/** An announcement's title, leading to the vendor's page where there is one. */
export function SharedTitle({ title, link }: { title: string; link: string | null }) {
  return (
    <p className="text-base font-medium wrap-anywhere text-ink">
      {link === null ? (
        title
      ) : (
        <a href={link} rel="noopener noreferrer" className="text-ink">
          {title}
        </a>
      )}
    </p>
  );
}
