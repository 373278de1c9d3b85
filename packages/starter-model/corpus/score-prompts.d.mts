export function scoreOne(prompt: unknown, reading: unknown): { id: string; style: string };
export function summarise(scores: { id: string; style: string }[]): {
  tables: { precision: number; recall: number; f1: number };
  fields: { recall: number; typeAccuracy: number };
  options: { of: number; right: number };
  refs: { of: number; right: number };
  needs: { of: number; met: number; namedNotBuilt: number; silent: number };
};
