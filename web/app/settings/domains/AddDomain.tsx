/** Claims a domain; it counts once it is verified. */
import { Role } from "@edgewright/contracts";
import { z } from "zod";
import { useChange } from "../../api/use-change.ts";
import { ApiFailureCard } from "../../components/ApiFailureCard.tsx";
import { Button } from "../../components/Button.tsx";
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
  const change = useChange();
  const form = useForm({
    schema: Values,
    initial: { domain: "", role: "viewer" as Role },
    submit: async (body) => {
      const failure = await change({ path, body });
      if (!failure) form.set({ domain: "" });
      return failure;
    },
  });
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
      {form.failure && <ApiFailureCard failure={form.failure} className="mt-3" />}
    </form>
  );
}
