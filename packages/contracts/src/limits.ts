/** Limits that both the agent's tools and the API enforce on an app's files. */
export const LIMITS = {
  filesPerVersion: 400,
  /** Of a text. */
  fileBytes: 512 * 1024,
  /** Of a picture, a font or another file that is not text. */
  binaryBytes: 2 * 1024 * 1024,
  versionBytes: 8 * 1024 * 1024,
  filesPerTurn: 100,
  /** A script is read as code where other people's requests are answered; data may be as large as any file. */
  scriptCharacters: 128 * 1024,
  /** All style sheets of a page together, for the same reason. */
  styleCharacters: 256 * 1024,
} as const;

/** Characters of a message to the agent. */
export const PROMPT_MAX = 20_000;
