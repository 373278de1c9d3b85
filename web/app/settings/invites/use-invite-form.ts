/** What both ways to invite share: the role, how long it holds, and sending it off. */
import { type CreatedInvites, type CreateInvites, INVITES_AT_ONCE_MAX, Role } from "@edgewright/contracts";
import { z } from "zod";
import { call } from "../../api/browser.ts";
import { useForm } from "../../forms/use-form.ts";

export interface InviteFormProps {
  path: string;
  onInvited: (created: CreatedInvites) => void;
  onClose: () => void;
}

const Values = z.object({
  addresses: z.string().trim().min(1, `Enter at least one address, and at most ${INVITES_AT_ONCE_MAX}.`),
  role: Role,
  days: z.string(),
});

export function useInviteForm({ path, onInvited }: InviteFormProps, by: CreateInvites["by"]) {
  return useForm({
    schema: by === "email" ? Values : Values.extend({ addresses: z.string() }),
    initial: { addresses: "", role: "viewer" as Role, days: "7" },
    submit: async ({ addresses, role, days }) => {
      const terms = { role, days: Number(days) };
      const body: CreateInvites = by === "email" ? { by, addresses, ...terms } : { by, ...terms };
      const created = await call<CreatedInvites>("POST", path, { body, idempotencyKey: crypto.randomUUID() });
      if (!created.ok) return created.error;
      onInvited(created.value);
      return null;
    },
  });
}
