import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { isTheme, THEME_COOKIE } from "@/components/shell/theme";

import { inter, interExtended } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Debrief", template: "%s · Debrief" },
  description: "Go through what a conference announced and decide, as a team, what to adopt.",
  icons: { icon: "/icon.svg" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafbfc" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1115" },
  ],
};

/** The theme comes from a cookie, so that the first paint already has it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <html
      lang="en"
      className={`${inter.variable} ${interExtended.variable}`}
      {...(isTheme(theme) && { "data-theme": theme })}
    >
      <body>{children}</body>
    </html>
  );
}
