/** Does outside what runs of an app's automations wait for, one after the other. Called by workers/jobs for each message. */
import type { AutomationEffect, AutomationMessage, AutomationsRpc, DataPlace, EffectEnd } from "@edgewright/contracts";
import { fail, log } from "@edgewright/core";
import { type CallDeps, callAddress } from "./call-address.ts";
import { type MailDeps, sendMails } from "./send-mails.ts";

/** So many in one message: another one goes on. */
const AT_ONCE = 200;

export type EffectDeps = CallDeps &
  MailDeps & {
    /** The app as it is in this place; null: it is deleted, or not published any more. */
    app(place: DataPlace): Promise<{ name: string } | null>;
    automations(object: string): Pick<AutomationsRpc, "beginEffect" | "endEffect">;
    send(message: AutomationMessage): Promise<void>;
  };

export async function doEffects(deps: EffectDeps, { object }: AutomationMessage): Promise<void> {
  const runs = deps.automations(object);
  for (let count = 0; count < AT_ONCE; count++) {
    const effect = await runs.beginEffect();
    if (!effect) return;
    await runs.endEffect(effect, await outcomeOf(deps, effect));
  }
  await deps.send({ kind: "automation", object });
}

const GONE = fail("gone", "The app is not there any more: it is deleted, or not published.", { next: "Publish it, then retry." });

async function outcomeOf(deps: EffectDeps, effect: AutomationEffect): Promise<EffectEnd> {
  try {
    const app = await deps.app(effect.place);
    if (!app) return GONE;
    return effect.step === "mail" ? await sendMails(deps, effect, app.name) : await callAddress(deps, effect);
  } catch (error) {
    // What was thrown is a fault of ours, or of what we stand on: it is tried again, and told.
    log.error("A step of an automation was thrown out of", { run: effect.run, error: String(error) });
    return fail("internal", "This step broke off.", { next: "Retry it later.", retry: true });
  }
}
