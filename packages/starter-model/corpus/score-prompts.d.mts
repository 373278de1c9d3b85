export type Score = {
  id: string;
  style: string;
  tables: { nonsense: number; over: boolean };
  /** Everything but the needs is right. */
  structureRight: boolean;
  quality: number;
  reasons: string[];
};
export function scoreOne(prompt: unknown, reading: unknown): Score;
export function summarise(scores: readonly Score[]): {
  tables: { precision: number | null; recall: number | null; f1: number | null };
  fields: { recall: number; typeAccuracy: number };
  options: { of: number; right: number };
  refs: { of: number; right: number };
  needs: { of: number; met: number; namedNotBuilt: number; silent: number };
};
