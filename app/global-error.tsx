"use client";

import "./globals.css";

/** The last resort, when even the layout failed: it brings its own document. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid max-w-[376px] gap-3 px-4 pt-32">
          <h1>Something failed here</h1>
          <p>What you had stored is safe. Load the page again; if it fails again, tell whoever runs Debrief.</p>
        </main>
      </body>
    </html>
  );
}
