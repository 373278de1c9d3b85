/** What is told of as a clash is refused when it would come about: nobody need be told of it later. */
const CLASHES = /\bat the same time\b|\bdouble[- ]?book|\boverlap|\bclash|\bsame \w+\b.*\bsame\b/i;
export const isClash = (clause: string): boolean => CLASHES.test(clause);
