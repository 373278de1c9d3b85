/** What the server side of a page is given: the binding to the API. Set per request by server.ts. */
import { createContext } from "react-router";

export interface Platform {
  env: { API: { fetch(request: Request): Promise<Response> } };
}

export const platform = createContext<Platform>();
