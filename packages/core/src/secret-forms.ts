/** The forms in which a secret's value may stand in a text, and how they are kept out of it. */

/** Shorter lines of a value are no secret of their own, and neither is what frames a key (`-----BEGIN …`). */
const LINE_MIN = 8;

/** Longest first: as it is, within a text of JavaScript or JSON, in an address, and each line of one that has several. */
export function secretForms(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? lines.filter((line) => line.length >= LINE_MIN && !line.startsWith("-----")) : [];
  const forms = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), ...parts];
  return [...new Set(forms)].filter((form) => form !== "").sort((one, other) => other.length - one.length);
}

export type Secrets = Readonly<Record<string, string>>;

/** What stands for what, for whoever masks where this module is not. */
export const masksOf = (secrets: Secrets): [form: string, instead: string][] =>
  Object.entries(secrets)
    .flatMap(([name, value]) => secretForms(value).map((form): [string, string] => [form, `[secret ${name}]`]))
    .sort(([one], [other]) => other.length - one.length);

export const masked = (text: string, secrets: Secrets): string =>
  masksOf(secrets).reduce((left, [form, instead]) => left.replaceAll(form, () => instead), text);

/** The first of these secrets whose value is in the text; null: none is. */
export function leakedSecret(text: string, secrets: Secrets): string | null {
  const found = Object.entries(secrets).find(([, value]) => secretForms(value).some((form) => text.includes(form)));
  return found ? found[0] : null;
}
