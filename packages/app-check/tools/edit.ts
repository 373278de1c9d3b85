/** Changes to a text at places found in its syntax tree, in order and without overlap. */
export type Edit = { start: number; end: number; text: string };

export function applyEdits(text: string, edits: Edit[]): string {
  let edited = "";
  let at = 0;
  for (const edit of edits) {
    edited += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return edited + text.slice(at);
}
