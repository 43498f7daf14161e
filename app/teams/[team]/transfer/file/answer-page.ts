import { statusOf } from "@/lib/errors/http";
import type { Result } from "@/lib/errors/problem";
import type { TransferOutcome } from "@/lib/transfer/outcome";
import { outcomeSentences } from "@/lib/transfer/sentences";

type Asked = { team: string; isCheck: boolean };

/**
 * What somebody without JavaScript sees of a file they sent. A page of its own: what is said of a file is too long for an
 * address, and the file itself would have to be chosen again anyway.
 */
export function answerPage(result: Result<TransferOutcome>, { team, isCheck }: Asked): Response {
  const title = result.ok
    ? isCheck
      ? "This would come"
      : "Brought in"
    : isCheck
      ? "It cannot come"
      : "Not brought in";
  const lines = result.ok ? outcomeSentences(result.value) : Object.values(result.problem.fields ?? {});
  const back = `/teams/${team}/transfer`;
  const board = result.ok && !isCheck ? `/teams/${team}/conferences/${result.value.conference.slug}` : null;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title} · Debrief</title>
<style>
body { font: 16px/1.5 "Inter Variable", system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; line-height: 28px; margin: 0 0 8px; }
li { overflow-wrap: anywhere; }
p.do { display: flex; gap: 16px; flex-wrap: wrap; }
p.do a { padding: 8px 0; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p role="${result.ok ? "status" : "alert"}">${escapeHtml(said(result, isCheck))}</p>
<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>
<p class="do">${board ? `<a href="${escapeHtml(board)}">Open the conference</a>` : ""}<a href="${escapeHtml(back)}">${
    result.ok && !isCheck ? "Bring another file in" : "Choose the file again"
  }</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: result.ok ? 200 : statusOf(result.problem),
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function said(result: Result<TransferOutcome>, isCheck: boolean): string {
  if (!result.ok) return result.problem.message;
  return isCheck ? "Nothing is written yet. Choose the file again and press Bring in." : "All of the file is here.";
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
