/** A line of a local log. What is logged may come from an app, and must neither end its line nor work on the terminal that shows it. Used by runtime.mjs. */

/** Control characters but the tab, line and paragraph ends, and marks that turn the direction of text. */
const UNPRINTABLE = /(?!\t)\p{Cc}|[\p{Zl}\p{Zp}]|\p{Bidi_Control}/gu;

const escaped = (letter: string): string => (letter === "\n" ? "\\n" : `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const logLine = ({ timestamp, level, message }: { timestamp: number; level: string; message: string }): string =>
  `${new Date(timestamp).toISOString()} ${level} ${message.replace(UNPRINTABLE, escaped)}\n`;
