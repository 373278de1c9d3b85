/** Settings, General: the end of the organization, with its name typed again. It can be brought back for a while. */
import { ORGANIZATION_GRACE_DAYS, type Organization } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { loadAnew } from "../../api/leave.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SettingsCard } from "../SettingsCard.tsx";

const PERSONAL = "It was made with your account, and goes only with it.";

export function DeleteOrganization({ organization }: { organization: Organization }) {
  const notAllowed = useWhyNot("organization.delete");
  const [asking, setAsking] = useState(false);
  const reason = organization.personal ? PERSONAL : notAllowed;
  return (
    <SettingsCard
      title={`Delete ${organization.name}`}
      description={
        reason ??
        `Its projects go offline at once, for everybody. For ${ORGANIZATION_GRACE_DAYS} days an admin can bring it back; then code, data and people's access are gone for good.`
      }
    >
      <div>
        <Button variant="danger" disabledReason={reason} onClick={() => setAsking(true)}>
          Delete organization
        </Button>
      </div>
      <DeleteDialog organization={organization} open={asking} onClose={() => setAsking(false)} />
    </SettingsCard>
  );
}

function DeleteDialog({ organization, ...dialog }: { organization: Organization; open: boolean; onClose: () => void }) {
  const { id, name } = organization;
  const remove = async (body: { name: string }) => {
    const deleted = await call("DELETE", `/api/orgs/${id}`, { body });
    if (!deleted.ok) return deleted.error;
    // Another organization is the active one now; this one is at the end of its General page, with the way back.
    // It is this very page, so going there would load nothing anew.
    window.history.replaceState(null, "", "#deleted");
    return loadAnew();
  };
  return (
    <FormDialog
      {...dialog}
      title={`Delete ${name}?`}
      initial={{ name: "" }}
      submit={remove}
      action={`Delete ${name}`}
      danger
      whyNot={({ values }) => values.name !== name && `Type ${name} first.`}
    >
      {({ errorOf, bind }) => (
        <>
          <ul className="list-disc space-y-1 pl-5 marker:text-muted">
            <li>Every app of {name} goes offline now, and what is at work stops.</li>
            <li>All members lose it; invitations and tokens stop working.</li>
            <li>An admin can bring it back for {ORGANIZATION_GRACE_DAYS} days. After that nothing of it is left.</li>
          </ul>
          <p className="text-muted">To keep a copy, export it: before this, or until it is gone for good.</p>
          <Field label={`Type ${name} to confirm`} error={errorOf("name")}>
            <Input autoFocus autoComplete="off" spellCheck={false} {...bind("name")} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
