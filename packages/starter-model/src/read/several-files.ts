/** "several files called reports", "several attached reports as files": a field of many files, said as its name and what it holds. */

const FILES = "(?:files|documents|attachments|pdfs|scans|photos|pictures|images)";
const SEVERAL = "(?:several|multiple|many|various|some|any number of|one or more|a few|a list of)";
const NAME = "((?:[\\p{L}-]+ )?[\\p{L}-]+?)";
const END = "(?=\\s*(?:[,.;:)\\n]|$)|\\s+(?:and|on|to|fields?)\\b)";

const CALLED = new RegExp(`\\b(?:${SEVERAL}\\s+)?${FILES}\\s+(?:called|named|labell?ed)\\s+(?:the\\s+)?["“']?${NAME}["”']?${END}`, "giu");
const AS = new RegExp(`\\b${SEVERAL}\\s+${NAME}\\s+as\\s+(?:${SEVERAL}\\s+)?${FILES}${END}`, "giu");

const JOINED = "-as-files";

/** One word stands for it, so that it is read as one field. */
export const namingFiles = (text: string): string => text.replace(CALLED, joined).replace(AS, joined);

const joined = (_: string, name: string): string => `${name.replace(/\s+/g, "-")}${JOINED}`;

/** What such a word calls the field; `null`: it is none. */
export const filesNamed = (word: string): string | null =>
  word.toLowerCase().endsWith(JOINED) ? word.slice(0, -JOINED.length).replaceAll("-", " ") : null;
