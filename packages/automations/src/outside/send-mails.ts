/** A step's mail, to each that it goes to. In a preview it is made as it would be sent, and nobody gets it. */
import { composeMail, type Mailer, type RoleHolder } from "@edgewright/accounts";
import type { AutomationEffect, EffectEnd, ShownValue } from "@edgewright/contracts";
import { fail, sha256Hex } from "@edgewright/core";
import { recipientOf } from "../words/recipients.ts";
import { fillIn } from "../words/template.ts";

type MailEffect = Extract<AutomationEffect, { step: "mail" }>;
export type MailDeps = {
  /** Members of the organization with their roles in the app, and who is invited. */
  people(place: { organizationId: string; projectId: string }): Promise<RoleHolder[]>;
  mailer: Mailer;
};

/** A mail goes to no more people than this. */
const RECIPIENTS_MAX = 50;

export async function sendMails(deps: MailDeps, effect: MailEffect, app: string): Promise<EffectEnd> {
  const people = await deps.people(effect.place);
  const members = people.filter(({ kind }) => kind === "member");
  const fill = (text: string) => fillIn(text, (path) => textOf(effect.values[path], path, members));
  const [subject, text] = [fill(effect.subject), fill(effect.text)];
  const to = addressesOf(effect, members);
  const done = effect.sofar?.step === "mail" ? effect.sofar.to : [];
  const result = (got: string[], sent: boolean) => ({ step: "mail" as const, to: got, subject, text, sent });

  if (to.length === 0)
    return fail("bad_request", `There is nobody to send it to: ${effect.to.join(", ")} gives no address.`, {
      next: "Fill the field in, then retry.",
    });
  if (to.length > RECIPIENTS_MAX)
    return fail("too_large", `It would go to ${to.length} people, and a mail goes to ${RECIPIENTS_MAX} at most.`, { next: "Name fewer." });
  if (effect.place.environment !== "production") return { ok: true, result: result(to, false) };
  if (effect.unsure && !deps.mailer.once)
    return fail("conflict", "Whoever was sending this mail stopped in the middle: it may have gone out.", { next: "Retry if it did not." });

  const got = [...done];
  for (const address of to.filter((one) => !done.includes(one))) {
    const mail = composeMail({
      ...{ kind: "automation", to: address, subject },
      paragraphs: text.split(/\n+/).filter((line) => line.trim() !== ""),
      note: `The app “${app}” sends this by itself: ${effect.automation.label}. Whoever looks after the app can switch it off.`,
    });
    const sent = await deps.mailer.send({ ...mail, id: `${effect.key}-${(await sha256Hex(address)).slice(0, 16)}` });
    if (!sent.ok) return { ok: false, error: sent.error, ...(got.length > 0 && { result: result(got, true) }) };
    got.push(address);
  }
  return { ok: true, result: result(got, true) };
}

/** Each address once. Only a member's own address is used, of people who are named. */
function addressesOf({ to, values, author }: MailEffect, members: RoleHolder[]): string[] {
  const ofIds = (ids: readonly string[]) => members.filter(({ id }) => ids.includes(id)).map(({ email }) => email);
  const all = to.flatMap((text): string[] => {
    const recipient = recipientOf(text);
    switch (recipient?.kind) {
      case "address":
        return [recipient.address];
      case "field": {
        const value = values[recipient.path];
        return value === undefined ? [] : "people" in value ? ofIds(value.people) : [value.text];
      }
      case "admins":
        return members.filter(({ role }) => role === "admin").map(({ email }) => email);
      case "members":
        return members.map(({ email }) => email);
      case "role":
        return members.filter(({ roles }) => roles.includes(recipient.role)).map(({ email }) => email);
      case "author":
        return author === null ? [] : ofIds([author]);
      default:
        return [];
    }
  });
  return [...new Set(all.map((address) => address.trim()).filter((address) => address.includes("@")))];
}

function textOf(value: ShownValue | undefined, path: string, members: RoleHolder[]): string {
  if (value === undefined) return "";
  if ("text" in value) return value.text;
  const named = members.filter(({ id }) => value.people.includes(id));
  return named.map(({ name, email }) => (path.endsWith(".email") ? email : (name ?? email))).join(", ");
}
