/** How many tokens a text takes, rather too many than too few, before a provider says it. Used by the agent. */

/** Code in English has 3 to 4 characters a token. */
const CHARACTERS_PER_TOKEN = 3;
const TOKENS_PER_OTHER_CHARACTER = 1.2;

/** Letters beyond Latin, such as CJK and emoji, take a token or more each. */
export function estimateTokens(text: string): number {
  let plain = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 0x250) plain++;
  return Math.ceil(plain / CHARACTERS_PER_TOKEN + (text.length - plain) * TOKENS_PER_OTHER_CHARACTER);
}
