/** What a host needs of the code of the app that it shows. */
import type { OpenVariables, Outcome, RuntimeError, ServerBuild } from "@edgewright/contracts";

export type AppCode = {
  page(): Promise<Response>;
  /** Null: there is no such file. */
  file(pathname: string): Promise<Response | null>;
  server(): Promise<Outcome<ServerBuild>>;
  /** What its server code reads in its environment. */
  variables(): Promise<Outcome<OpenVariables>>;
  /** Whose code it is, in the name of its isolate and in its log. */
  mark: string;
  /** An error with its place in the app's files, to whoever works on them. */
  report(error: RuntimeError): Promise<unknown>;
};
