/** Theirs on the left, what is saved on the right and open for editing, differences marked. */
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { basicSetup, EditorView } from "codemirror";
import { useEffect, useEffectEvent, useRef } from "react";
import { editorTheme } from "./editor-theme.ts";
import { languageOf } from "./languages.ts";

interface MergeEditorProps {
  path: string;
  theirs: string;
  /** Where the right side starts; another one starts it over. */
  start: string;
  onChange: (text: string) => void;
}

export function MergeEditor({ path, theirs, start, onChange }: MergeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    if (!host.current) return;
    const shared = [basicSetup, languageOf(path), editorTheme, EditorView.lineWrapping];
    const view = new MergeView({
      parent: host.current,
      a: {
        doc: theirs,
        extensions: [...shared, EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-label": `Theirs: ${path}` })],
      },
      b: {
        doc: start,
        extensions: [
          ...shared,
          EditorView.contentAttributes.of({ "aria-label": `To be saved: ${path}` }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      },
    });
    return () => view.destroy();
  }, [path, theirs, start]);
  return <div ref={host} className="min-h-0 flex-1 overflow-auto" />;
}
