/** Before every page, file and call of the API. */
export { onRequest } from "../app/api/own-host.ts";
