/** Calendar months in UTC, which budgets and sums are of. */

/** `YYYY-MM` */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** From the first moment of the month to the first of the next. */
export function spanOf(month: string): { from: number; until: number } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: Date.UTC(year, number - 1), until: Date.UTC(year, number) };
}
