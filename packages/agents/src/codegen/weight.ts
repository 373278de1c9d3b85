/** How far an app is from holding: the number and weight of its findings. Used to keep the best state a job has reached. */
import type { Finding } from "@edgewright/contracts";

/** A file that cannot be read hides what else is wrong in it; a module that is missing makes everything that uses it unknown. */
const HEAVY: [RegExp, number][] = [
  [/^TS1\d{3}$|^BUILD$/, 20],
  [/^(TS2307|TS2792|DEPENDENCY|IMPORT)$/, 8],
  [/^BOOT$/, 5],
];

export const weightOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { code }) => sum + (HEAVY.find(([pattern]) => pattern.test(code))?.[1] ?? 1), 0);

/** Two findings are the same wherever in the file they have moved to. */
export const sameness = ({ file, code, message }: Finding): string => `${file}\n${code}\n${message}`;
