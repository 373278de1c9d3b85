/** On the answer to a request whose error was reported where it was thrown: set by dispatch, heeded by the page's runtime. */
export const REPORTED_HEADER = "x-edgewright-reported";
