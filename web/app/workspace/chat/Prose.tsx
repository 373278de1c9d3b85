/** The agent's words as Markdown. Loaded when first needed; until then Said shows the plain text. */
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

const components: Components = {
  // Text of a model never loads anything by itself.
  img: ({ alt }) => <span className="text-muted">{alt}</span>,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer" className="text-info underline">
      {children}
    </a>
  ),
  code: ({ children }) => (
    <code className="rounded-[4px] bg-text/6 px-1 py-px font-mono text-[0.85em] [pre_&]:bg-transparent">{children}</code>
  ),
  pre: ({ children }) => <pre className="overflow-x-auto rounded-control border border-border bg-surface p-3 text-sm">{children}</pre>,
  ul: ({ children }) => <ul className="list-disc space-y-1 pl-5 marker:text-muted">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal space-y-1 pl-5 marker:text-muted">{children}</ol>,
  table: ({ children }) => (
    <table className="text-sm [&_td]:border [&_td]:border-border [&_td]:px-2 [&_th]:border [&_th]:border-border [&_th]:px-2">
      {children}
    </table>
  ),
};
for (const tag of ["h1", "h2", "h3", "h4"] as const) components[tag] = ({ children }) => <p className="font-semibold">{children}</p>;

const PLUGINS = [remarkGfm];

export default function Prose({ text }: { text: string }) {
  return (
    <Markdown remarkPlugins={PLUGINS} components={components}>
      {text}
    </Markdown>
  );
}
