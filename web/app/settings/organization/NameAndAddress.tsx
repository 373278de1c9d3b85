/** Settings, General: what the organization is called, and its short name in addresses. */
import { CreateOrganization, type Organization } from "@edgewright/contracts";
import { z } from "zod";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { ofSlug } from "../../forms/slug-failure.ts";
import { useForm } from "../../forms/use-form.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { useUpdate } from "./use-update.ts";

const Values = z.object({ name: CreateOrganization.shape.name, slug: z.string().trim().min(1, "Enter an address.") });

export function NameAndAddress({ organization }: { organization: Organization }) {
  const notAllowed = useWhyNot("organization.update");
  const update = useUpdate(organization.id);
  const form = useForm({
    schema: Values,
    initial: { name: organization.name, slug: organization.slug },
    submit: async ({ name, slug }) => {
      const change = { ...(name !== organization.name && { name }), ...(slug !== organization.slug && { slug }) };
      const failure = await update(change, "Organization saved");
      return failure && ofSlug(failure);
    },
  });
  return (
    <SettingsCard
      title="Organization"
      description={notAllowed ?? "How it is called here, in invitations and in the audit log."}
      form={form}
      locked={notAllowed}
    >
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoComplete="off" disabled={notAllowed !== null} {...form.bind("name")} />
      </Field>
      <Field label="Address" hint="Small letters, digits and hyphens. The API knows the organization by it." error={form.errorOf("slug")}>
        <Input spellCheck={false} autoComplete="off" disabled={notAllowed !== null} className="font-mono text-sm" {...form.bind("slug")} />
      </Field>
    </SettingsCard>
  );
}
