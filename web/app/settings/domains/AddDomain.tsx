/** The dialog in which a domain is claimed; it counts once it is verified. */
import { Role } from "@edgewright/contracts";
import { z } from "zod";
import { useChange } from "../../api/use-change.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";

/** Nobody becomes an admin by their address alone. */
export const DOMAIN_ROLES: readonly Role[] = Role.exclude(["admin"]).options;

const Values = z.object({
  domain: z.string().trim().min(1, "Enter a domain, such as example.org.").max(253, "A domain is shorter than this."),
  role: Role,
});
const INITIAL: z.infer<typeof Values> = { domain: "", role: "viewer" };

export function AddDomain({ path, open, onClose }: { path: string; open: boolean; onClose: () => void }) {
  const change = useChange();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Add a domain"
      description="You prove that it is yours with one record in its DNS, which is shown next."
      schema={Values}
      initial={INITIAL}
      submit={(body) => change({ path, body })}
      action="Add domain"
    >
      {({ values, set, bind, errorOf }) => (
        <>
          <Field label="Domain" error={errorOf("domain")}>
            <Input
              autoFocus
              placeholder="example.org"
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              {...bind("domain")}
            />
          </Field>
          <Field label="People join as">
            <RoleSelect label="People join as" roles={DOMAIN_ROLES} value={values.role} onChange={(role) => set({ role })} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
