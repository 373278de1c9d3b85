/** What an app's host answers, over ports: rows, people, live changes, errors, and the rows as server code holds them. Its shells are dispatch and `standalone`. */
export { appApi } from "./app-api.ts";
export type { AppHost, AppRows } from "./app-host.ts";
export { askedOf, fileAnswer } from "./file-answer.ts";
export { foreignRequest } from "./foreign-request.ts";
export { dataRefusal, type RowCalls, rowCalls } from "./row-calls.ts";
