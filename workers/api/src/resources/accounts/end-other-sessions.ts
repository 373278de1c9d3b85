/** `DELETE /api/me/sessions`: signs every other device out. */
import { auditEntry } from "@edgewright/audit";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { personOperation } from "../../http/operation.ts";

export const endOtherSessions = personOperation({
  method: "delete",
  path: "/api/me/sessions",
  summary: "Sign every other device out",
  tag: "Account",
  returns: z.object({ ended: z.number().int() }),
  needs: ["clock", "signIns"],
  async handle({ services: { signIns, clock }, caller }) {
    const scope = caller.user.id;
    const others = (await signIns.sessions(scope, clock.now())).filter(({ id }) => id !== caller.by.id);
    const told = others.map(({ id: subject }) =>
      auditEntry(clock, caller.origin, { scope, projectId: null, action: "account.session_ended", subject }),
    );
    await signIns.endOthers(scope, caller.by.id, told);
    return ok({ ended: others.length });
  },
});
