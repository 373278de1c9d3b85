/** The currency that an app's amounts are in: as the person says it, and as `src/lib/format.ts` has it. */

const SIGNS: [RegExp, string][] = [
  [/€|\beuros?\b|\bEUR\b/i, "EUR"],
  [/£|\bpounds? sterling\b|\b(?:british )?pounds\b(?! of)|\bGBP\b|\bquid\b/i, "GBP"],
  [/\bCHF\b|\bswiss francs?\b|\bfranken\b/i, "CHF"],
  [/\bSEK\b|\bkronor\b/i, "SEK"],
  [/\bNOK\b/i, "NOK"],
  [/\bDKK\b/i, "DKK"],
  [/\bPLN\b|\bzloty\b|\bzł/i, "PLN"],
  [/¥|\byen\b|\bJPY\b/i, "JPY"],
  [/₹|\brupees?\b|\bINR\b/i, "INR"],
  [/\bCAD\b|\bcanadian dollars?\b/i, "CAD"],
  [/\bAUD\b|\baustralian dollars?\b/i, "AUD"],
  [/\$|\bdollars?\b|\bUSD\b|\bbucks\b/i, "USD"],
];

export const currencyIn = (text: string): string | null => SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;

/** What the template has. */
export const USUAL_CURRENCY = "USD";

export const FORMAT_PATH = "src/lib/format.ts";
const LINE = /(const CURRENCY = ")([A-Z]{3})(";)/;

export const currencyOf = (format: string): string => LINE.exec(format)?.[2] ?? USUAL_CURRENCY;
/** `null` where the file does not set one as expected. */
export const withCurrency = (format: string, currency: string): string | null =>
  LINE.test(format) ? format.replace(LINE, (_, before: string, __, after: string) => `${before}${currency}${after}`) : null;
