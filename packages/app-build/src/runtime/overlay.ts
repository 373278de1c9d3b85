/** A small panel at the foot of the page that says what is broken, in a shadow root so that the app's styles and it leave each other alone. */

export type Notice = { title: string; message: string; where: string };

const STYLE = `
  :host { all: initial; position: fixed; inset: auto 12px 12px 12px; z-index: 2147483647; display: flex; justify-content: center; pointer-events: none; }
  section { pointer-events: auto; box-sizing: border-box; max-width: 640px; width: 100%; max-height: 45vh; overflow: auto; padding: 12px 14px; border-radius: 10px;
    font: 13px/1.45 ui-sans-serif, system-ui, sans-serif; color: #f5f2ee; background: #24211e; border: 1px solid #4a4540; box-shadow: 0 8px 28px #0006; }
  header { display: flex; gap: 8px; align-items: baseline; }
  strong { flex: 1; font-weight: 600; }
  code { color: #f3b489; font: 12px/1.4 ui-monospace, monospace; }
  pre { margin: 6px 0 0; font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
  button { all: unset; cursor: pointer; padding: 0 4px; color: #b9b2aa; }
  button:focus-visible { outline: 2px solid #f3b489; border-radius: 4px; }
`;

let host: HTMLElement | null = null;

export function showNotice({ title, message, where }: Notice): void {
  hideNotice();
  host = document.createElement("edgewright-notice");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const close = element("button", "×");
  close.setAttribute("aria-label", "Dismiss");
  close.addEventListener("click", hideNotice);
  const header = document.createElement("header");
  for (const part of [element("strong", title), ...(where ? [element("code", where)] : []), close]) header.appendChild(part);
  const section = document.createElement("section");
  section.setAttribute("role", "alert");
  section.appendChild(header);
  section.appendChild(element("pre", message));
  root.appendChild(section);
  document.documentElement.appendChild(host);
}

export function hideNotice(): void {
  host?.remove();
  host = null;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
