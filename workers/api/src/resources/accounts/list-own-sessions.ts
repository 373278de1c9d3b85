/** `GET /api/me/sessions`: where the person is signed in. */
import { SignedInSessionList } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";
import { deviceOf } from "./device.ts";

export const listOwnSessions = personOperation({
  method: "get",
  path: "/api/me/sessions",
  summary: "Where you are signed in",
  tag: "Account",
  returns: SignedInSessionList,
  needs: ["clock", "signIns"],
  async handle({ services: { signIns, clock }, caller }) {
    const sessions = await signIns.sessions(caller.user.id, clock.now());
    const items = sessions.map(({ id, userAgent, ip, place, createdAt, lastUsedAt }) => ({
      id,
      device: deviceOf(userAgent),
      place,
      ip,
      createdAt: iso(createdAt),
      lastUsedAt: iso(lastUsedAt),
      current: id === caller.by.id,
    }));
    return ok({ items });
  },
});
