/** One JSON line per entry on the console, which Workers Logs indexes by field. Never pass secrets or prompts. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

const write =
  (level: "info" | "warn" | "error") =>
  (message: string, fields: LogFields = {}) =>
    console[level](JSON.stringify({ level, message, ...fields }));

export const log = { info: write("info"), warn: write("warn"), error: write("error") };
