/** What of the standalone server others use. */
export { nodeSql } from "./node-sql.ts";
