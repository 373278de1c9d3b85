/** `GET /api/dev/mails`: the mails that this machine would have sent, newest first. Only on one's own machine. */
import { OutboxMailList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { openOperation } from "../../http/operation.ts";

export const listDevMails = openOperation({
  method: "get",
  path: "/api/dev/mails",
  summary: "Mails of this machine",
  tag: "Development",
  returns: OutboxMailList,
  needs: ["mailbox"],
  handle: async ({ services }) => ok({ items: (await services.mailbox?.list()) ?? [] }),
});
