import { statusOf } from "@/lib/errors/http";
import type { Problem } from "@/lib/errors/problem";

type Sent = { announcementId: string; note: string | null; was: string | null; returnTo: string };

/**
 * What somebody without JavaScript sees when a mark or a note is refused: the sentence, the text as it was typed, ready
 * to be sent again, and in a conflict the stored text beside it. A page of its own, because no cookie holds a long note.
 */
export function refusalPage(problem: Problem, sent: Sent): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not stored · Debrief</title>
<style>
body { font: 16px/1.5 "Inter Variable", system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; line-height: 28px; margin: 0 0 8px; }
label, pre { display: block; margin-top: 24px; }
label { font-weight: 500; }
textarea, pre { box-sizing: border-box; width: 100%; font: inherit; padding: 8px 10px; border: 1px solid; border-radius: 6px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
p.do { display: flex; gap: 16px; align-items: center; margin-top: 16px; }
button { font: inherit; padding: 8px 16px; min-height: 44px; }
</style>
</head>
<body>
<main>
<h1>Not stored</h1>
<p role="alert">${escapeHtml(problem.message)}</p>
${sent.note === null ? "" : noteForm(sent.note, problem.stored ?? sent.was ?? "", sent)}
${problem.stored === undefined ? "" : `<h2>Stored note</h2><pre>${escapeHtml(problem.stored)}</pre>`}
<p class="do"><a href="${escapeHtml(`${sent.returnTo}#a-${sent.announcementId}`)}">Go back without saving</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: statusOf(problem),
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** Saving again answers the conflict: what is stored is now what the form was filled with. */
function noteForm(note: string, was: string, { announcementId, returnTo }: Sent): string {
  return `<form method="post">
<input type="hidden" name="announcementId" value="${escapeHtml(announcementId)}">
<input type="hidden" name="returnTo" value="${escapeHtml(returnTo)}">
<input type="hidden" name="was" value="${escapeHtml(was)}">
<label for="note">Your note</label>
<textarea id="note" name="note" rows="12">\n${escapeHtml(note)}</textarea>
<p class="do"><button>Save note</button></p>
</form>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
