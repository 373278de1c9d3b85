/** Server-side loads: a page's loader asks the API through the service binding, as the person who asks for the page. */
import type { HomeStart, Me, WorkspaceStart } from "@edgewright/contracts";
import { data, type RouterContextProvider, redirect } from "react-router";
import { projectOf } from "../security-headers.ts";
import { type Answer, readAnswer, UNREACHABLE } from "./answer.ts";
import { platform } from "./platform.ts";

export interface LoadArgs {
  request: Request;
  /** The page's own address, also when only its data is asked for. */
  url: URL;
  context: Readonly<RouterContextProvider>;
}

const FORWARDED = ["cookie", "user-agent", "cf-connecting-ip", "x-request-id"];

/** For what a page can do without, or shows a failure of in its own place. Never rejects. With a body, the API makes something, such as a link. */
export async function tryLoad<T>({ request, context }: LoadArgs, path: string, body?: object): Promise<Answer<T>> {
  const headers = new Headers({ accept: "application/json" });
  for (const name of FORWARDED) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  const target = new URL(path, request.url);
  if (body) {
    headers.set("content-type", "application/json");
    headers.set("origin", target.origin);
  }
  const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
  try {
    const response = await context.get(platform).env.API.fetch(new Request(target, init));
    return await readAnswer<T>(response);
  } catch (error) {
    console.error(path, error);
    return { ok: false, error: UNREACHABLE };
  }
}

/** One question for all loaders of a request, however often it is asked. */
function oncePerRequest<T, More extends unknown[]>(ask: (args: LoadArgs, ...more: More) => Promise<T>): typeof ask {
  const asked = new WeakMap<object, Promise<T>>();
  return (args, ...more) => {
    const known = asked.get(args.context) ?? ask(args, ...more);
    asked.set(args.context, known);
    return known;
  };
}

/** What the page of a project shows first. */
export const startOf = oncePerRequest((args, ref: string) =>
  tryLoad<WorkspaceStart>(args, `/api/projects/${encodeURIComponent(ref)}/workspace`),
);

const homeOf = oncePerRequest((args) => tryLoad<HomeStart>(args, "/api/home"));

/** Where the page has an answer of its own, that says who asks as well. */
function startOfPage(args: LoadArgs): Promise<Answer<{ me: Me }>> | null {
  const { pathname } = args.url;
  if (pathname === "/") return homeOf(args);
  const ref = projectOf(pathname);
  return ref === null ? null : startOf(args, ref);
}

const askMe = oncePerRequest(async (args): Promise<Answer<Me>> => {
  const start = await startOfPage(args);
  if (start?.ok) return { ok: true, value: start.value.me };
  return start?.error.status === 401 ? start : tryLoad<Me>(args, "/api/me");
});

/** Who asks for the page. null: signed out. */
export async function loadMe(args: LoadArgs): Promise<Me | null> {
  const answer = await askMe(args);
  if (answer.ok) return answer.value;
  if (answer.error.status === 401) return null;
  throw data(answer.error, { status: answer.error.status || 503 });
}

/** What the start page shows first. null: signed out. */
export async function loadHome(args: LoadArgs): Promise<Answer<HomeStart> | null> {
  return (await loadMe(args)) && homeOf(args);
}

/** For pages of signed-in people only. */
export async function requireMe(args: LoadArgs): Promise<Me> {
  const me = await loadMe(args);
  if (!me) throw redirect(signInPath(args.url));
  return me;
}

/** For what a page is about: signed out leads to the sign-in page and back, any other failure to the error page. */
export async function load<T>(args: LoadArgs, path: string, body?: object): Promise<T> {
  return orThrow(args, await tryLoad<T>(args, path, body));
}

export function orThrow<T>({ url }: LoadArgs, answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  if (answer.error.status === 401) throw redirect(signInPath(url));
  throw data(answer.error, { status: answer.error.status || 503 });
}

/** The address of the sign-in page that leads back to this one. */
export const signInPath = ({ pathname, search }: URL) =>
  pathname === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(pathname + search)}`;
