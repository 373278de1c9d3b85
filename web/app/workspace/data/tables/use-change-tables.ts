/** Changes the tables of the live app: as a version of its own, like every change of its files. */
import type { FileContent } from "@edgewright/contracts";
import type { ApiFailure } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { toast } from "../../../components/toast.ts";
import { saveChanges } from "../../save-changes.ts";
import { useLiveVersion } from "../../use-live-version.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";
import type { SchemaEdit } from "./schema-edit.ts";

const SCHEMA_FILE = "data/schema.json";
const NO_TABLES = '{\n  "tables": []\n}\n';

const refusal = (code: ApiFailure["code"], message: string, next: string): ApiFailure => ({ status: 409, code, message, next });

/** `said`: what has happened, such as "Phone was added". Resolves to null too where a person keeps the rows as they are. */
export function useChangeTables() {
  const { project, made, refresh, go } = useWorkspace();
  const live = useLiveVersion();
  return async (edit: SchemaEdit, said: string): Promise<ApiFailure | null> => {
    if (live === null) return refusal("conflict", "Nothing is live yet.", "Describe the app in the chat first.");
    const file = await call<FileContent>("GET", projectPath(project, `/versions/${live}/files/${SCHEMA_FILE}`));
    if (!file.ok && file.error.status !== 404) return file.error;
    const text = edit(file.ok ? (file.value.text ?? NO_TABLES) : NO_TABLES);
    if (text === null)
      return refusal("conflict", `${SCHEMA_FILE} is not as it was shown.`, "Load the page again, or put the file right in the Code tab.");
    const saved = await saveChanges(project, { parent: live, changes: [{ path: SCHEMA_FILE, text }], message: said });
    if (!saved) return null;
    if (!saved.ok) return saved.error;
    const { version, current, findings } = saved.value;
    if (!version) return refusal("conflict", "The tables were changed meanwhile.", "Look at them again, then make the change.");
    made(version);
    refresh();
    if (current) {
      toast.success(`${said}: v${version.number} is live.`);
      return null;
    }
    go({ tab: "code", version: version.number });
    const [finding] = findings;
    toast.error(`v${version.number} is kept as a draft: ${finding?.message ?? "the app does not work with it"}`);
    return null;
  };
}
