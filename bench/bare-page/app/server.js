import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";

const answer = createRequestHandler(build);

export default { fetch: (request) => answer(request) };
