/** `DELETE /api/me/sessions/{session}`: signs one device out. */
import { auditEntry } from "@edgewright/audit";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";
import { personOperation } from "../../http/operation.ts";

export const endOwnSession = personOperation({
  method: "delete",
  path: "/api/me/sessions/{session}",
  summary: "Sign one device out",
  tag: "Account",
  params: z.object({ session: z.string().max(100) }),
  returns: z.object({ id: z.string() }),
  needs: ["clock", "signIns"],
  async handle({ services: { signIns, clock }, caller, params: { session: id } }) {
    const sessions = await signIns.sessions(caller.user.id, clock.now());
    if (!sessions.some((session) => session.id === id))
      return fail("not_found", "There is no such session.", { next: "It may have ended already: reload the list." });
    const scope = caller.user.id;
    const audit = auditEntry(clock, caller.origin, { scope, projectId: null, action: "account.session_ended", subject: id });
    await signIns.end(scope, id, audit);
    return ok({ id });
  },
});
