/** From a request and the app as it is to what will be done. */
import type { FileMap } from "@edgewright/contracts";
import type { Decision } from "./decision.ts";
import { decideNewApp } from "./new-app.ts";

export function decide(request: string, files: FileMap): Decision {
  return decideNewApp(request, files);
}
