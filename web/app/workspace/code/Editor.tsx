/** The editor of one file. Its text belongs to the caller; undo and the cursor are kept per file for as long as the pane is open. */
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import type { Finding } from "@edgewright/contracts";
import { basicSetup, EditorView } from "codemirror";
import { useEffect, useEffectEvent, useRef } from "react";
import { editorTheme } from "./editor-theme.ts";
import { languageOf } from "./languages.ts";

interface EditorProps {
  path: string;
  text: string;
  readOnly: boolean;
  /** To go to, when it changes. */
  line: number | null;
  findings: readonly Finding[];
  onChange: (text: string) => void;
  onSave: () => void;
}

export default function Editor({ path, text, readOnly, line, findings, onChange, onSave }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const kept = useRef(new Map<string, EditorState>());
  const changed = useEffectEvent(onChange);
  const first = useEffectEvent(() => text);
  const onSaveKey = useEffectEvent(() => {
    onSave();
    return true;
  });

  useEffect(() => {
    if (!host.current) return;
    const states = kept.current;
    const known = states.get(`${path} ${readOnly}`);
    const state =
      known ??
      EditorState.create({
        doc: first(),
        extensions: [
          keymap.of([{ key: "Mod-s", preventDefault: true, run: onSaveKey }]),
          basicSetup,
          languageOf(path),
          editorTheme,
          EditorView.contentAttributes.of({ "aria-label": path }),
          EditorState.readOnly.of(readOnly),
          EditorView.editable.of(!readOnly),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((transaction) => transaction.isUserEvent("edgewright.load")))
              changed(update.state.doc.toString());
          }),
        ],
      });
    const editor = new EditorView({ state, parent: host.current });
    view.current = editor;
    return () => {
      states.set(`${path} ${readOnly}`, editor.state);
      editor.destroy();
      view.current = null;
    };
  }, [path, readOnly]);

  // Another version of the file, or an edit taken back: the text changes under the cursor.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is another one when the path is
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, userEvent: "edgewright.load" });
  }, [text, path, readOnly]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is another one when the path is
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, findings)));
  }, [findings, path, readOnly]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line is gone to once per file and line
  useEffect(() => {
    const editor = view.current;
    if (!editor || line === null) return;
    const at = editor.state.doc.line(Math.min(line, editor.state.doc.lines)).from;
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    editor.focus();
  }, [line, path, readOnly]);

  return <div ref={host} className="h-full min-h-0 overflow-hidden" />;
}

function diagnosticsOf(doc: Text, findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => {
    const line = doc.line(Math.min(Math.max(1, finding.line), doc.lines));
    const from = Math.min(line.to, line.from + Math.max(0, finding.column - 1));
    const word = /^[\w$]+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 1;
    return { from, to: Math.min(line.to, from + word), severity: "error", source: finding.code, message: finding.message };
  });
}
