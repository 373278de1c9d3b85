/** Operations on mails of this machine. Only on one's own machine; elsewhere they are not there at all. */
import type { Operation } from "../../http/operation.ts";
import { getDevMail } from "./get-dev-mail.ts";
import { listDevMails } from "./list-dev-mails.ts";

export const MAILS: readonly Operation[] = [listDevMails, getDevMail];
