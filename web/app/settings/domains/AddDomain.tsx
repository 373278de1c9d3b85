/** Claims a domain; it counts once it is verified. */
import { type OrganizationDomain, Role } from "@edgewright/contracts";
import { useRevalidator } from "react-router";
import { z } from "zod";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";

/** Nobody becomes an admin by their address alone. */
export const DOMAIN_ROLES: readonly Role[] = Role.exclude(["admin"]).options;

const Values = z.object({
  domain: z.string().trim().min(1, "Enter a domain, such as example.org.").max(253, "A domain is shorter than this."),
  role: Role,
});

export function AddDomain({ path }: { path: string }) {
  const notAllowed = useWhyNot("domain.update");
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: Values,
    initial: { domain: "", role: "viewer" as Role },
    submit: async (body) => {
      const added = await call<OrganizationDomain>("POST", path, { body });
      if (!added.ok) return added.error;
      form.set({ domain: "" });
      await revalidate();
      return null;
    },
  });
  const { failure } = form;
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Domain" error={form.errorOf("domain")} className="min-w-0 flex-1 basis-56">
          <Input
            placeholder="example.org"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            disabled={notAllowed !== null}
            {...form.bind("domain")}
          />
        </Field>
        <Field label="People join as" className="w-36">
          <RoleSelect
            label="People join as"
            roles={DOMAIN_ROLES}
            value={form.values.role}
            onChange={(role) => form.set({ role })}
            disabledReason={notAllowed}
          />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy} disabledReason={notAllowed} className="mt-6.5">
          Add domain
        </Button>
      </div>
      {notAllowed && <p className="mt-2 text-sm text-muted">{notAllowed}</p>}
      {failure && !failure.fields && (
        <FailureCard title={failure.message} className="mt-3">
          {failure.next}
        </FailureCard>
      )}
    </form>
  );
}
