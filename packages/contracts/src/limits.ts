/** Limits that both the agent's tools and the API enforce on an app's files. */
export const LIMITS = {
  filesPerVersion: 400,
  fileBytes: 512 * 1024,
  versionBytes: 8 * 1024 * 1024,
  filesPerTurn: 100,
} as const;
