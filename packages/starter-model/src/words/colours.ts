/** Accents by name: a hue, and how strong it may be and still be told from the text around it, in light and in dark. */

type Hue = { hue: number; light: string; dark: string };

const HUES: Record<string, Hue> = {
  red: { hue: 27, light: "0.53 0.19", dark: "0.75 0.14" },
  rose: { hue: 12, light: "0.53 0.19", dark: "0.76 0.13" },
  pink: { hue: 350, light: "0.53 0.19", dark: "0.78 0.13" },
  purple: { hue: 310, light: "0.5 0.19", dark: "0.78 0.13" },
  violet: { hue: 293, light: "0.5 0.2", dark: "0.77 0.13" },
  indigo: { hue: 275, light: "0.49 0.19", dark: "0.76 0.12" },
  blue: { hue: 260, light: "0.51 0.18", dark: "0.76 0.12" },
  sky: { hue: 238, light: "0.51 0.13", dark: "0.79 0.11" },
  cyan: { hue: 212, light: "0.5 0.09", dark: "0.82 0.11" },
  teal: { hue: 187, light: "0.49 0.085", dark: "0.81 0.1" },
  emerald: { hue: 163, light: "0.49 0.11", dark: "0.8 0.13" },
  green: { hue: 148, light: "0.49 0.14", dark: "0.79 0.15" },
  lime: { hue: 130, light: "0.5 0.13", dark: "0.84 0.16" },
  yellow: { hue: 92, light: "0.51 0.1", dark: "0.86 0.14" },
  amber: { hue: 68, light: "0.52 0.12", dark: "0.82 0.13" },
  orange: { hue: 48, light: "0.54 0.15", dark: "0.78 0.14" },
  slate: { hue: 257, light: "0.42 0.03", dark: "0.8 0.03" },
};

const SAME: Record<string, string> = {
  turquoise: "teal",
  aqua: "cyan",
  mint: "emerald",
  magenta: "pink",
  lilac: "violet",
  lavender: "violet",
  navy: "indigo",
  crimson: "red",
  gold: "amber",
  brown: "amber",
  olive: "lime",
  grey: "slate",
  gray: "slate",
  black: "slate",
  ember: "orange",
  coral: "rose",
  burgundy: "red",
  maroon: "red",
  "dark blue": "indigo",
  "light blue": "sky",
  "dark green": "green",
};

export const ACCENT_NAMES = [...Object.keys(HUES), ...Object.keys(SAME)];

export const accentNamed = (name: string): string | null => {
  const word = name.toLowerCase();
  const known = SAME[word] ?? word;
  return Object.hasOwn(HUES, known) ? known : null;
};

const value = ({ hue, light, dark }: Hue) => `light-dark(oklch(${light} ${hue}), oklch(${dark} ${hue}))`;

const ACCENT = /(--color-accent:\s*)[^;]+;/;
const ON_ACCENT = /(--color-on-accent:\s*)[^;]+;/;

/** The app's theme with another accent; `null` where it does not set one as expected. */
export function withAccent(css: string, accent: string): string | null {
  const hue = HUES[accent];
  if (!hue || !ACCENT.test(css)) return null;
  return css
    .replace(ACCENT, (_, name: string) => `${name}${value(hue)};`)
    .replace(ON_ACCENT, (_, name: string) => `${name}light-dark(oklch(0.99 0 0), oklch(0.2 0.03 ${hue.hue}));`);
}

export const accentOf = (css: string): string => Object.entries(HUES).find(([, hue]) => css.includes(value(hue)))?.[0] ?? "own";
