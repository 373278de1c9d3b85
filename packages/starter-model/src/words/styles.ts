/** Ways that an app may look, as the values of its theme: how close things stand, how round they are, how large the letters, light or dark. */

export type Style = "compact" | "spacious" | "rounded" | "plain" | "large" | "small" | "dark" | "light" | "system";

type Values = Record<string, string>;

const STYLES: Record<Style, { said: string; values: Values }> = {
  compact: { said: "Everything stands closer together", values: { "--spacing": "0.21rem" } },
  spacious: { said: "Everything has more room", values: { "--spacing": "0.29rem" } },
  rounded: { said: "Corners are rounder", values: { "--radius-control": "10px", "--radius-card": "16px" } },
  plain: {
    said: "It is plain: white paper, thin lines and hardly a round corner",
    values: {
      "--radius-control": "4px",
      "--radius-card": "6px",
      "--color-background": "light-dark(oklch(1 0 0), oklch(0.2 0 0))",
      "--color-surface": "light-dark(oklch(1 0 0), oklch(0.2 0 0))",
      "--color-border": "light-dark(oklch(0.92 0.003 70), oklch(0.3 0.003 70))",
    },
  },
  large: { said: "Letters are larger", values: { "--text-sm": "1rem", "--text-xs": "0.875rem" } },
  small: { said: "Letters are smaller", values: { "--text-sm": "0.8125rem", "--text-xs": "0.6875rem" } },
  dark: { said: "It is dark for everybody", values: { "color-scheme": "dark" } },
  light: { said: "It is light for everybody", values: { "color-scheme": "light" } },
  system: { said: "It is light or dark as each person has set their system", values: { "color-scheme": "light dark" } },
};

/** What people say of a look; the first that fits. Several of them for one that is known by its name. */
const SAID: [RegExp, Style[]][] = [
  [/\b(?:follow (?:the|my) system|system theme|light and dark|automatic theme)\b/i, ["system"]],
  [/\b(?:darker|dark mode|dark theme|night mode|dark|black background)\b/i, ["dark"]],
  [/\b(?:lighter|light mode|light theme|brighter|bright|white background)\b/i, ["light"]],
  [/\b(?:like (?:notion|apple|google|things|medium))\b|\b(?:minimal(?:ist(?:ic)?)?|plain|simple look|flat|cleaner|clean)\b/i, ["plain"]],
  [/\blike (?:linear|jira|excel|airtable)\b/i, ["plain", "compact"]],
  [/\b(?:compact|dense|denser|tighter|less (?:white ?)?space|closer together|more rows|smaller rows)\b/i, ["compact"]],
  [/\b(?:spacious|airy|more (?:white ?)?space|more room|roomier|less cramped)\b/i, ["spacious"]],
  [/\b(?:bigger|larger|big|large) (?:text|font|fonts|letters|type)\b/i, ["large"]],
  [/\b(?:smaller|small|tiny) (?:text|font|fonts|letters|type)\b/i, ["small"]],
  [/\b(?:rounded|rounder|softer|playful|friendlier|friendly)\b/i, ["rounded"]],
  [/\b(?:modern|sleek|fresh|elegant|fancier|fancy|nicer|prettier|professional|beautiful)\b/i, ["rounded", "spacious"]],
];

export const stylesIn = (text: string): Style[] => SAID.find(([said]) => said.test(text))?.[1] ?? [];
export const saidOfStyles = (styles: readonly Style[]): string => `${styles.map((style) => STYLES[style].said).join(". ")}.`;

/** The theme with the styles in it; a value that it does not set yet comes before the others. */
export function withStyles(css: string, styles: readonly Style[]): string {
  let text = css;
  for (const [name, value] of styles.flatMap((style) => Object.entries(STYLES[style].values))) {
    const line = new RegExp(`^( *)${name}: [^;]+;`, "m");
    text = line.test(text)
      ? text.replace(line, (_, margin: string) => `${margin}${name}: ${value};`)
      : text.replace(/^@theme \{\n/m, (start) => `${start}  ${name}: ${value};\n`);
  }
  return text;
}
