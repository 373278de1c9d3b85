/** Server-side loads: a page's loader asks the API through the service binding, as the person who asks for the page. */
import type { Me } from "@edgewright/contracts";
import { data, type RouterContextProvider, redirect } from "react-router";
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
    return { ok: false, failure: UNREACHABLE };
  }
}

const asked = new WeakMap<object, Promise<Answer<Me>>>();

/** Who asks for the page; asked once for all loaders of a request. null: signed out. */
export async function loadMe(args: LoadArgs): Promise<Me | null> {
  const known = asked.get(args.context) ?? tryLoad<Me>(args, "/api/me");
  asked.set(args.context, known);
  const answer = await known;
  if (answer.ok) return answer.value;
  if (answer.failure.status === 401) return null;
  throw data(answer.failure, { status: answer.failure.status || 503 });
}

/** For pages of signed-in people only. */
export async function requireMe(args: LoadArgs): Promise<Me> {
  const me = await loadMe(args);
  if (!me) throw redirect(signInPath(args.url));
  return me;
}

/** For what a page is about: signed out leads to the sign-in page and back, any other failure to the error page. */
export async function load<T>(args: LoadArgs, path: string, body?: object): Promise<T> {
  const answer = await tryLoad<T>(args, path, body);
  if (answer.ok) return answer.value;
  if (answer.failure.status === 401) throw redirect(signInPath(args.url));
  throw data(answer.failure, { status: answer.failure.status || 503 });
}

/** The address of the sign-in page that leads back to this one. */
export const signInPath = ({ pathname, search }: URL) =>
  pathname === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(pathname + search)}`;
