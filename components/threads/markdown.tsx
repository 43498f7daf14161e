import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

import { tameHtml } from "./tame-html";

/**
 * What people typed, as Markdown with GitHub's additions, and nothing that runs, loads or leaves the page unasked. HTML is
 * shown as the text it was typed as: react-markdown parses none unless a plugin is added for it.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown
        remarkPlugins={[[remarkGfm, { singleTilde: false }]]}
        rehypePlugins={[tameHtml]}
        components={COMPONENTS}
        urlTransform={safeUrl}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

/** Addresses that a link may have: web pages and mail, in full. Anything else becomes no link at all. */
function safeUrl(url: string): string {
  if (!URL.canParse(url)) return "";
  return ["http:", "https:", "mailto:"].includes(new URL(url).protocol) ? url : "";
}

/** A heading in a comment stands below every heading of the page. */
function SmallHeading({ children }: { children?: ReactNode }) {
  return <h4>{children}</h4>;
}

const COMPONENTS: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener nofollow ugc">
        {children}
      </a>
    ) : (
      <>{children}</>
    ),
  h1: SmallHeading,
  h2: SmallHeading,
  h3: SmallHeading,
  h4: SmallHeading,
  h5: SmallHeading,
  h6: SmallHeading,
  // GitHub's task lists are read here, not ticked.
  input: ({ checked }) => <>{checked ? "☑" : "☐"}</>,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
};
