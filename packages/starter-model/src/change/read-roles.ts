/** Wishes about the roles that the app has: another name for one, and one that goes. Who may what is said by `read-access.ts`. */
import type { AppRole } from "@edgewright/contracts";
import { listed } from "../decide/beyond.ts";
import { singular } from "../words/inflect.ts";
import type { Clause } from "./clause.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

const RENAMED =
  /^(?:rename|call|relabel|change|name) (?:the )?(?:role )?["']?(.+?)["']?(?: role)?(?:'s name)?,? (?:(?:to|into|as|be called) )?(?:the )?["']?([\p{L} -]+?)["']?(?: role)?(?: instead)?$/iu;
const NAMED =
  /^(?:the )?(?:role )?["']?(.+?)["']?(?: role)? (?:is|are|should be|must be) (?:now )?(?:called|named) (?:the )?["']?([\p{L} -]+?)["']?$/iu;
const GONE =
  /^(?:there (?:is|are|should be) no |(?:(?:we )?(?:do not|don't|no longer) (?:need|have|want)|remove|delete|drop|get rid of|no more|take away) )(?:the |an? )?(?:role (?:of )?)?(?:the )?["']?(.+?)["']?(?: roles?)?(?: any ?more)?$/i;

export function role(clause: Clause): ClauseReading | null {
  const { roles = [] } = clause.draft.model.manifest;
  const { text } = clause;
  const isSaid = /\broles?\b/i.test(text) && !clause.mentions.some(({ text: name }) => /^roles?$/i.test(name));
  const renamed = RENAMED.exec(text) ?? NAMED.exec(text);
  const known = renamed && roleCalled(roles, renamed[1] ?? "");
  if (known && (isSaid || clause.mentions.length === 0))
    return done({ do: "rename-role", role: known.name, to: singular(renamed[2] ?? "") });
  const gone = GONE.exec(text)?.[1] ?? "";
  const lost = roleCalled(roles, gone);
  if (lost && (isSaid || clause.mentions.length === 0)) return done({ do: "remove-role", role: lost.name });
  if (!isSaid || (!renamed && gone === "")) return null;
  const there =
    roles.length > 0
      ? `Its roles are ${listed(roles.map(({ label }) => `“${label}”`))}.`
      : "It has none: “only managers may delete” makes one.";
  return refused(`I did not find that role in the app. ${there}`);
}

const roleCalled = (roles: readonly AppRole[], said: string): AppRole | undefined => {
  const one = singular(said.toLowerCase().trim());
  return roles.find(({ label }) => singular(label.toLowerCase()) === one);
};
