/** The page a person sees on a preview host when there is no app to show: what it is and where to go. From within a frame that may not leave its place, in a window of its own. */
import { html } from "hono/html";

export const notice = (title: string, text: string, link: { href: string; text: string; framed: boolean }) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 15px/24px system-ui, sans-serif; }
  body { min-height: 100vh; margin: 0; display: grid; place-items: center; background: light-dark(#faf9f7, #191817); color: light-dark(#26231f, #ece9e4); }
  main { max-width: 26rem; padding: 2rem; }
  h1 { font-size: 18px; margin: 0 0 .5rem; }
  a { color: inherit; }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="${link.href}" target="${link.framed ? "_blank" : "_self"}" rel="noopener">${link.text}</a></p></main></body>
</html>`;
