/** Does what operations ask of automations. Each returns why it cannot, or null. */
import { declareVariable } from "../notices/declare-variable.ts";
import { ABOUT_MAILS } from "../notices/notice.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;

export function automate({ model, told }: Draft, { name, automation, said, needs }: Of<"automate">): string | null {
  model.automations = { ...model.automations, [name]: automation };
  declareVariable(model, needs);
  told.push(told.some((one) => one.endsWith(ABOUT_MAILS)) ? said : `${said} ${ABOUT_MAILS}`);
  return null;
}

export function stopAutomation({ model, told }: Draft, { name }: Of<"stop-automation">): string | null {
  const { [name]: gone, ...kept } = model.automations ?? {};
  model.automations = kept;
  told.push(`“${gone?.label ?? name}” is gone. To stop one for a while, switch it off in the Automations tab.`);
  return null;
}
