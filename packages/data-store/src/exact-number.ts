/**
 * Numbers with a fixed count of digits after the point, such as amounts of money: whole units inside (cents), which is what is
 * compared and summed. With at most 15 digits, the decimal number that is read and written is just one count of units.
 */

/** Digits of a number that JSON carries from and to everybody without loss. */
export const EXACT_DIGITS = 15;

const UNITS_MAX = 10 ** EXACT_DIGITS - 1;

/** `12.34` with a scale of 2 is 1234 units. What does not fit is a fraction, or more than a whole number can be. */
export function unitsOf(value: number, scale: number): number {
  const units = Math.round(value * 10 ** scale);
  return Math.abs(units) <= UNITS_MAX && written(units / 10 ** scale) === written(value) ? units + 0 : value * 10 ** scale;
}

/** The number as it is kept, or what is wrong with it. */
export function exactNumber(value: number, scale: number): { ok: true; value: number } | { ok: false; problem: string } {
  const units = unitsOf(value, scale);
  if (Math.abs(units) > UNITS_MAX) return { ok: false, problem: "is too large to be kept exactly" };
  if (!Number.isInteger(units))
    return { ok: false, problem: scale === 0 ? "must be a whole number" : `has more than ${scale} digits after the point` };
  return { ok: true, value: units === 0 ? 0 : units / 10 ** scale };
}

/** What a calculation left behind the last digit that can be kept is none of the number: 0.1 + 0.2 is 0.3. */
const written = (value: number): number => Number(value.toPrecision(EXACT_DIGITS));
