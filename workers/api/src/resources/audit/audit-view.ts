/** A line of the audit log as the API shows it, and the filter that a request names. */
import { AuditAction, type AuditFilter, type AuditLine } from "@edgewright/audit";
import type { AuditPage, AuditFilter as AuditQuery, AuditRow, Outcome } from "@edgewright/contracts";
import { fail, iso, ok } from "@edgewright/core";
import { deviceOf } from "../accounts/device.ts";

/** `whole`: with the address, the browser and the request, which only admins see, and each person of their own account. */
export function auditView(line: AuditLine, whole: boolean): AuditRow {
  const { id, at, action, subject, projectId, projectName, personId, detail, before, after, number } = line;
  const actor = { kind: line.actorKind, id: line.actorId, name: line.actorName };
  const { ip, userAgent, requestId } = whole ? line : { ip: null, userAgent: null, requestId: null };
  const device = userAgent === null ? null : deviceOf(userAgent);
  return {
    id,
    at: iso(at),
    action,
    subject,
    projectId,
    projectName,
    actor,
    personId,
    ip,
    userAgent,
    device,
    requestId,
    detail,
    before,
    after,
    number,
  };
}

export const auditPageView = (page: { items: AuditLine[]; cursor: string | null }, whole: boolean): AuditPage => ({
  items: page.items.map((line) => auditView(line, whole)),
  cursor: page.cursor,
});

const FAMILIES: ReadonlySet<string> = new Set(AuditAction.options.map((action) => action.slice(0, action.indexOf(".") + 1)));
const known = (action: string) => FAMILIES.has(action) || AuditAction.safeParse(action).success;

export function filterOf(scope: string, { person, action, project, from, to }: AuditQuery): Outcome<AuditFilter> {
  if (action !== undefined && !known(action))
    return fail("bad_request", `The log knows no action "${action}".`, {
      fields: { action: "unknown" },
      next: `Name one, or a family: ${[...FAMILIES].join(", ")}.`,
    });
  const time = (given: string | undefined) => (given === undefined ? null : Date.parse(given));
  return ok({ scope, person: person ?? null, action: action ?? null, project: project ?? null, from: time(from), to: time(to) });
}
