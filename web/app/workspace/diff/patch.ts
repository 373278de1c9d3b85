/** Reads a unified diff into lines to draw. Used wherever a change is shown. */

export type PatchLine = { kind: "same" | "added" | "removed"; text: string; old: number | null; now: number | null };
export type Hunk = { title: string; lines: PatchLine[] };

const HEAD = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@ ?(.*)$/;

export function readPatch(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let old = 0;
  let now = 0;
  for (const line of patch.split("\n")) {
    const head = HEAD.exec(line);
    if (head) {
      old = Number(head[1]);
      now = Number(head[2]);
      hunks.push({ title: head[3] ?? "", lines: [] });
      continue;
    }
    const lines = hunks.at(-1)?.lines;
    if (!lines) continue;
    const text = line.slice(1);
    if (line.startsWith("+")) lines.push({ kind: "added", text, old: null, now: now++ });
    else if (line.startsWith("-")) lines.push({ kind: "removed", text, old: old++, now: null });
    else if (line.startsWith(" ")) lines.push({ kind: "same", text, old: old++, now: now++ });
  }
  return hunks;
}
