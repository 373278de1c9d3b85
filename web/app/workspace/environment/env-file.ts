/** A `.env` file as variables: what each would be, and why one cannot be set. */
import { type NeededVariable, type SetVariable, variableNameProblem, variableValueProblem } from "@edgewright/contracts";
import { parse } from "dotenv";

export type ReadVariable = SetVariable & { problem: string | null };

const SECRET_NAME = /(KEY|SECRET|TOKEN|PASS|PASSWORD|PWD|PRIVATE|CREDENTIALS?|AUTH|DSN|WEBHOOK|SIGNATURE|SALT)(_|$)/i;
/** An address with a password in it. */
const SECRET_VALUE = /:\/\/[^/\s:@]+:[^/\s@]+@|-----BEGIN /;

/** A first guess, which a person may correct. */
export const soundsSecret = (name: string, value: string): boolean => SECRET_NAME.test(name) || SECRET_VALUE.test(value);

export function readEnvFile(text: string, needs: readonly NeededVariable[]): ReadVariable[] {
  return Object.entries(parse(text)).map(([name, value]) => {
    const secret = needs.find((need) => need.name === name)?.secret ?? soundsSecret(name, value);
    return withProblem({ name, value, secret });
  });
}

export const withProblem = (variable: SetVariable): ReadVariable => ({
  ...variable,
  problem: variableNameProblem(variable.name) ?? variableValueProblem(variable),
});
