/** Who may open the published app. Takes effect at once; strangers who were let in under the former choice are out. */
import type { AppVisibility, ShareLink } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { CopyButton } from "../../components/CopyButton.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Input } from "../../components/Input.tsx";
import { RadioGroup, RadioItem } from "../../components/RadioGroup.tsx";
import { toast } from "../../components/toast.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

const CHOICES: { value: AppVisibility; label: string; says: string }[] = [
  { value: "members", label: "Members", says: "people of the organization, signed in" },
  { value: "link", label: "Anyone with the link", says: "as visitors; the link can be ended" },
  { value: "public", label: "Public", says: "everybody who has the address, as visitors" },
];

export function VisibilityChoice({ visibility, onChanged }: { visibility: AppVisibility; onChanged: () => void }) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("publication.update");
  const { busy, running, failure, run } = useAction(async (chosen: AppVisibility) => {
    const saved = await call("PUT", projectPath(project, "/publication"), { body: { visibility: chosen } });
    if (!saved.ok) return saved.error;
    toast.success("Saved. Links made before open nothing any more.");
    onChanged();
    return null;
  });
  return (
    <section className="space-y-2 border-t border-border pt-4">
      <h3 className="font-semibold">Who may open it</h3>
      <RadioGroup
        label="Who may open it"
        value={running?.[0] ?? visibility}
        onChange={(value) => void run(value as AppVisibility)}
        disabled={busy || notAllowed !== null}
      >
        {CHOICES.map(({ value, label, says }) => (
          <RadioItem key={value} value={value}>
            {label} <span className="text-muted">· {says}</span>
          </RadioItem>
        ))}
      </RadioGroup>
      {notAllowed && <p className="text-sm text-muted">{notAllowed}</p>}
      <FailureNote failure={failure} />
      {visibility === "link" && notAllowed === null && <LinkToShare />}
    </section>
  );
}

function LinkToShare() {
  const { project } = useWorkspace();
  const { answer } = useLoad<ShareLink>(projectPath(project, "/publication/share"), { body: {} });
  if (!answer) return null;
  if (!answer.ok) return <FailureNote failure={answer.error} />;
  return (
    <div className="flex gap-2">
      <Input readOnly value={answer.value.url} aria-label="Link to share" onFocus={(event) => event.currentTarget.select()} />
      <CopyButton text={answer.value.url} />
    </div>
  );
}
