/**
 * Draws lucide's icons, in the place of its own `createLucideIcon` (vite.config.ts): each is one element whose shape is
 * written once, where lucide makes an element of each stroke with each render. How strokes look is said once, by `.icon` in theme.css.
 */
import type { ComponentProps, ReactElement } from "react";

type IconData = { node: [tag: string, attributes: Record<string, string>][] };

export default function createLucideIcon({ node }: IconData): (props: ComponentProps<"svg">) => ReactElement {
  const shape = { __html: node.map(([tag, { key: _, ...attributes }]) => `<${tag}${written(attributes)}/>`).join("") };
  // biome-ignore lint/correctness/noComponentHookFactories: lucide calls it once for each icon, as its file is loaded
  return function Icon({ className, ...props }) {
    const said = "aria-label" in props || "role" in props;
    return (
      <svg
        viewBox="0 0 24 24"
        aria-hidden={said ? undefined : "true"}
        {...props}
        className={className ? `icon ${className}` : "icon"}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the shape is lucide's own, and no text of anybody's
        dangerouslySetInnerHTML={shape}
      />
    );
  };
}

const written = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
