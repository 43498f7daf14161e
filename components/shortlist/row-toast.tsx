import type { RowNews } from "./row-news";

const ACTION = "min-h-7 px-1 font-medium underline underline-offset-3";

/** Says what was stored to who does not see it, and to everybody why something went back. */
export function RowToast({ news, onDismiss }: { news: RowNews | null; onDismiss: () => void }) {
  return (
    <>
      <p role="status" className="sr-only">
        {news?.isStored && news.text}
      </p>
      <div
        role="alert"
        className="fixed bottom-5 left-1/2 z-30 flex min-h-11 w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-3 rounded-lg bg-ink px-3.5 py-2 text-sm text-canvas shadow-3 empty:hidden [&_:focus-visible]:outline-current"
      >
        {news && !news.isStored && (
          <>
            <span className="min-w-0 wrap-anywhere">{news.text}</span>
            <button type="button" className={ACTION} onClick={onDismiss}>
              Dismiss
            </button>
          </>
        )}
      </div>
    </>
  );
}
