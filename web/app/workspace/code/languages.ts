/** Which language a file is written in, by its name. Used by the editor and the merge view. */
import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import type { Extension } from "@codemirror/state";

export function languageOf(path: string): Extension {
  switch (path.slice(path.lastIndexOf(".") + 1)) {
    case "ts":
      return javascript({ typescript: true });
    case "tsx":
      return javascript({ typescript: true, jsx: true });
    case "js":
    case "jsx":
    case "mjs":
      return javascript({ jsx: true });
    case "css":
      return css();
    case "html":
      return html();
    case "json":
      return json();
    default:
      return [];
  }
}
