/** The tone in which an option is shown, by what its word means. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

const MEANINGS: [Tone, RegExp][] = [
  [
    "danger",
    /\b(critical|urgent|rejected|declined|overdue|failed|blocked|lost|broken|damaged|refused|defective|stolen|expired|unpaid|denied|missing|blocker|severe|off track|out of (stock|service|order)|cancell?ed|highest)\b/,
  ],
  [
    "warning",
    /\b(high|pending|waiting|fragile|worn|poor|on hold|paused|at risk|major|late|maybe|in review|review|needs|low stock|in repair|maintenance|due|unsure)\b/,
  ],
  [
    "success",
    /\b(done|complete|completed|offer|hired|accepted|approved|paid|active|won|resolved|fixed|delivered|available|returned|confirmed|attending|yes|on track|published|passed|finished|healthy|granted|received|coming|good|repaired|in stock|excellent)\b/,
  ],
  [
    "info",
    /\b(medium|in progress|doing|interview|interviewing|open|sent|booked|planned|started|scheduled|ordered|submitted|reading|in use|ongoing|shipped|proposal|qualified|normal|contacted|requested|invited|on loan|new)\b/,
  ],
];

export const toneOf = (option: string): Tone => {
  const words = option.toLowerCase().replace(/[_-]/g, " ");
  return MEANINGS.find(([, words_]) => words_.test(words))?.[0] ?? "neutral";
};

/** Options that mean nothing good or bad, such as categories, are shown without tones. */
export const hasTones = (options: readonly string[]): boolean => options.some((option) => toneOf(option) !== "neutral");
