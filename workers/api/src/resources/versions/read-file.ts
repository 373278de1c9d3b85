/** `GET /api/projects/:project/versions/:n/files/*path`: a file's content, its text or its bytes. */
import { FileContent } from "@edgewright/contracts";
import { ok, parseAppPath, toBase64 } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";

export const readFile = operation({
  method: "get",
  path: "/api/projects/{project}/versions/{number}/files/{path}",
  summary: "Content of a file",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  params: z.object({ number: VersionNumber, path: z.string().describe("May have slashes: src/App.tsx") }),
  returns: FileContent,
  needs: ["store"],
  async handle({ services, project, params: { number, path: raw } }) {
    // A version may have a file under a name that no new one may have.
    const asNamed = await services.store.read(project.id, number, raw);
    const path = asNamed.ok ? ok(raw) : parseAppPath(raw);
    if (!path.ok) return path;
    const content = asNamed.ok ? asNamed : await services.store.read(project.id, number, path.value);
    if (!content.ok) return content;
    const { file, text, bytes } = content.value;
    return ok({ path: file.path, sha256: file.sha256, size: file.size, text, base64: text === null ? toBase64(bytes) : null });
  },
});
