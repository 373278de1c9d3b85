/** Renders the app at an address, the way its users first see it: while data loads, then without data. */
import type { BootError } from "@edgewright/app-check/boot";
import { captureOwnerStack, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { setTables } from "./app-kit.ts";
import { goTo } from "./browser.ts";

/** What is still pending after this stays pending, as data does in a booted app. */
const PENDING_MS = 300;
const MAX_ADDRESSES = 16;
const LINK = /<a\b[^>]*\shref="(\/[^"#?]*)/g;

/** Renders `/` and every address the app links to. What a boundary of the app would catch is told too: docs/decisions/0026. */
export async function renderApp(element: ReactNode): Promise<BootError[]> {
  const errors = new Map<string, BootError>();
  const addresses = new Set(["/"]);
  for (const path of addresses) {
    for (const tables of ["loading", "ready"] as const) {
      goTo(path);
      setTables(tables);
      const { html, failures } = await renderOnce(element, path);
      for (const failure of failures) {
        const key = `${failure.message}\n${failure.stack}`;
        if (!errors.has(key)) errors.set(key, failure);
      }
      for (const [, href = ""] of html.matchAll(LINK)) if (addresses.size < MAX_ADDRESSES && !href.startsWith("//")) addresses.add(href);
    }
  }
  return [...errors.values()];
}

async function renderOnce(element: ReactNode, path: string): Promise<{ html: string; failures: BootError[] }> {
  const failures: BootError[] = [];
  const aborted = new AbortController();
  const timer = setTimeout(() => aborted.abort(), PENDING_MS);
  try {
    const { prelude } = await prerender(element, {
      signal: aborted.signal,
      onError: (error, info) => {
        if (!aborted.signal.aborted) failures.push(bootError(error, path, `${captureOwnerStack() ?? ""}\n${info.componentStack ?? ""}`));
      },
    });
    return { html: await new Response(prelude).text(), failures };
  } catch (error) {
    if (failures.length === 0 && !aborted.signal.aborted) failures.push(bootError(error, path));
    return { html: "", failures };
  } finally {
    clearTimeout(timer);
  }
}

export function bootError(error: unknown, path = "/", components = ""): BootError {
  const known = error instanceof Error;
  return { message: known ? `${error.name}: ${error.message}` : String(error), stack: known ? (error.stack ?? "") : "", components, path };
}
