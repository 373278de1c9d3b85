/** Settings, General: the end of the organization, with its name typed again. It can be brought back for a while. */
import { ORGANIZATION_GRACE_DAYS, type Organization } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SettingsSection } from "../SettingsSection.tsx";

const PERSONAL = "It was made with your account, and goes only with it.";

export function DeleteOrganization({ organization }: { organization: Organization }) {
  const notAllowed = useWhyNot("organization.delete");
  const [asking, setAsking] = useState(false);
  const reason = organization.personal ? PERSONAL : notAllowed;
  return (
    <SettingsSection
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
      <Dialog open={asking} onOpenChange={setAsking} title={`Delete ${organization.name}?`}>
        <DeleteForm organization={organization} onClose={() => setAsking(false)} />
      </Dialog>
    </SettingsSection>
  );
}

function DeleteForm({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { id, name } = organization;
  const form = useForm({
    schema: z.object({ name: z.literal(name, `Type ${name}.`) }),
    initial: { name: "" },
    submit: async (body) => {
      const deleted = await call("DELETE", `/api/orgs/${id}`, { body });
      if (!deleted.ok) return deleted.error;
      // Another organization is the active one now; this one is at the end of its General page, with the way back.
      // It is this very page, so going there would load nothing anew.
      window.history.replaceState(null, "", "#deleted");
      window.location.reload();
      return null;
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <ul className="list-disc space-y-1 pl-5 marker:text-muted">
        <li>Every app of {name} goes offline now, and what is at work stops.</li>
        <li>All members lose it; invitations and tokens stop working.</li>
        <li>An admin can bring it back for {ORGANIZATION_GRACE_DAYS} days. After that nothing of it is left.</li>
      </ul>
      <p className="text-muted">To keep a copy, export it: before this, or until it is gone for good.</p>
      <Field label={`Type ${name} to confirm`} error={form.errorOf("name")}>
        <Input autoFocus autoComplete="off" spellCheck={false} {...form.bind("name")} />
      </Field>
      {form.failure && !form.failure.fields && <FailureCard title={form.failure.message}>{form.failure.next}</FailureCard>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="danger" busy={form.busy} disabledReason={form.values.name !== name && `Type ${name} first.`}>
          Delete {name}
        </Button>
      </DialogActions>
    </form>
  );
}
