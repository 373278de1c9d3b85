/** Mail that is only told of in the log. */
import type { Mailer } from "@edgewright/accounts";
import { log, ok } from "@edgewright/core";

export const logMailer: Mailer = {
  async send({ kind, subject }) {
    log.info("mail", { kind, subject });
    return ok(undefined);
  },
};
