/** What is done outside for runs of automations: mails and calls. */
export { callSecret } from "./call-address.ts";
export { doEffects, type EffectDeps } from "./do-effects.ts";
