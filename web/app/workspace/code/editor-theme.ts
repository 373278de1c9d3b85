/** The editor's look, from the tokens of theme.css, so that light and dark come of themselves. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { EditorView } from "codemirror";
import { NONCE } from "../../document.ts";

const chrome = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--color-surface)", color: "var(--color-text)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "20px", fontVariantLigatures: "none" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--color-text)" },
  ".cm-cursor": { borderLeftColor: "var(--color-text)" },
  ".cm-gutters": { backgroundColor: "var(--color-surface)", color: "var(--color-muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 8px 0 12px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in oklch, var(--color-text) 4%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklch, var(--color-info) 22%, transparent) !important",
  },
  ".cm-panels, .cm-tooltip": {
    backgroundColor: "var(--color-raised)",
    color: "var(--color-text)",
    border: "1px solid var(--color-border)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--color-info-soft)", color: "var(--color-text)" },
  ".cm-textfield, .cm-button": {
    backgroundColor: "var(--color-surface)",
    backgroundImage: "none",
    border: "1px solid var(--color-border-strong)",
    borderRadius: "6px",
    color: "var(--color-text)",
  },
  ".cm-matchingBracket": { backgroundColor: "color-mix(in oklch, var(--color-text) 10%, transparent) !important" },
  ".cm-foldPlaceholder": { backgroundColor: "transparent", border: "none", color: "var(--color-muted)" },
  ".cm-diagnostic": { borderLeft: "none", padding: "4px 8px" },
  ".cm-changedLine": { backgroundColor: "var(--color-success-soft) !important" },
  ".cm-deletedChunk": { backgroundColor: "var(--color-danger-soft) !important" },
  ".cm-merge-a .cm-changedLine": { backgroundColor: "var(--color-danger-soft) !important" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: "var(--color-info)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--color-success)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--color-warning)" },
  { tag: [tags.comment, tags.meta], color: "var(--color-muted)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.className, tags.tagName], color: "var(--color-warning)" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.variableName)], fontWeight: "600" },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--color-text)" },
  { tag: tags.invalid, color: "var(--color-danger)" },
]);

export const editorTheme = [chrome, syntaxHighlighting(colours), EditorView.cspNonce.of(NONCE ?? "")];
