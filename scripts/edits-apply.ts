/**
 * `npm run --silent edits:apply`: applies edits to files. Each line of the input is `{"file": text, "edits": [{"search", "replace"}]}`,
 * each of the output, in the same order, `{"ok": true, "file": text}`, with `notes` on edits that had nothing to do, or `{"ok": false, "error": {code, message, next, candidates}}`.
 */
import { once } from "node:events";
import { applyEdits } from "@edgewright/text-edits";
import { z } from "zod";
import { complaintsOf } from "../packages/contracts/src/index.ts";
import { fail } from "../packages/core/src/index.ts";

const Request = z.object({ file: z.string(), edits: z.array(z.object({ search: z.string(), replace: z.string() })) });

function answer(line: string): object {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail("bad_request", "The line is not JSON.", { next: "Write one JSON value on each line.", candidates: [] });
  }
  const request = Request.safeParse(json);
  if (!request.success) {
    return fail("bad_request", `The line is not {"file", "edits": [{"search", "replace"}]}: ${complaintsOf(request.error)}.`, {
      next: "Correct the line.",
      candidates: [],
    });
  }
  const result = applyEdits(request.data.file, request.data.edits);
  if (!result.ok) return { ok: false, error: { candidates: [], ...result.error } };
  const { text, notes } = result.value;
  return { ok: true, file: text, ...(notes.length > 0 ? { notes } : {}) };
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
for await (const line of linesOf(process.stdin.setEncoding("utf8"))) {
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, "drain");
}

/** Only a line feed ends a line: JSON may hold other separators as they are. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = [];
  for await (const chunk of chunks) {
    const [end = "", ...rest] = chunk.split("\n");
    open.push(end);
    for (const next of rest) {
      yield open.join("");
      open = [next];
    }
  }
  const last = open.join("");
  if (last !== "") yield last;
}
