/** `GET /api/dev/mails/{mail}`: one mail of this machine's outbox. */
import { OutboxMail } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";
import { openOperation } from "../../http/operation.ts";

export const getDevMail = openOperation({
  method: "get",
  path: "/api/dev/mails/{mail}",
  summary: "One mail of this machine",
  tag: "Development",
  params: z.object({ mail: z.string() }),
  returns: OutboxMail,
  needs: ["mailbox"],
  async handle({ services, params }) {
    const mail = await services.mailbox?.get(params.mail);
    return mail ? ok(mail) : fail("not_found", "This mail is not kept any more.", { next: "Look at /dev/mail for the newest." });
  },
});
