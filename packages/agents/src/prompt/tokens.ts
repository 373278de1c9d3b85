/**
 * How many tokens a text may take, rather too high than too low. Used wherever a model's window, or a budget, is divided.
 *
 * No tokenizer of a provider is asked: each has its own, of megabytes. The prices below are those of what models make
 * the most of, with a margin: code comes out at 1.05 to 1.4 times its tokens in the vocabularies of o200k and cl100k, and
 * other scripts at no less than theirs.
 */
const MARGIN = 1.15;
const LETTERS_PER_TOKEN = 4;
const DIGITS_PER_TOKEN = 2.5;
const PUNCTUATION = 0.55;
const BREAK = 0.7;

export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const from = at;
      while (at < text.length && isLetter(text.charCodeAt(at))) at++;
      tokens += wordTokens(at - from, text.charCodeAt(at));
    } else if (isDigit(code)) {
      const from = at;
      while (at < text.length && isDigit(text.charCodeAt(at))) at++;
      tokens += Math.max(1, (at - from) / DIGITS_PER_TOKEN);
    } else if (code === SPACE || code === TAB) {
      at++;
    } else if (code < 128) {
      tokens += code === NEWLINE || code === RETURN ? BREAK : PUNCTUATION;
      at++;
    } else {
      tokens += otherScript(code);
      at++;
    }
  }
  return Math.ceil(tokens * MARGIN);
}

const SPACE = 32;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** A word is a token or two; a run of letters that no language has, as in a key or an image, is many. */
function wordTokens(length: number, next: number): number {
  if (length > LONGEST_WORD || isDigit(next)) return Math.max(1, length / 1.4);
  return Math.max(0.9, length / LETTERS_PER_TOKEN);
}
const LONGEST_WORD = 40;

/** The price of a UTF-16 unit beyond ASCII. */
function otherScript(code: number): number {
  if (code < 0x250) return 0.9;
  if (code < 0x530) return 0.6;
  if (code < 0x900) return 0.8;
  return code >= 0xd800 && code <= 0xdfff ? 1.6 : 1.35;
}
