/** A browser as the API sees one: it keeps cookies, and sends them with what it asks. For tests of signing in. */
type App = { request(url: string, init: RequestInit): Response | Promise<Response> };

export type TestBrowser = {
  readonly cookies: ReadonlyMap<string, string>;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Opens a link of this site, as a click on it would, and gives where it leads. */
  open(link: string): Promise<{ response: Response; to: URL }>;
};

export function testBrowser(app: App, appUrl: string, cookies = new Map<string, string>()): TestBrowser {
  const keep = (line: string) => {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
    else cookies.set(name, value);
  };
  const call: TestBrowser["call"] = async (method, path, body, headers = {}) => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const response = await app.request(new URL(path, appUrl).href, {
      method,
      headers: { ...(cookie ? { cookie } : {}), origin: new URL(appUrl).origin, ...type, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  };
  return {
    cookies,
    call,
    async open(link) {
      const { pathname, search } = new URL(link, appUrl);
      const response = await call("GET", pathname + search);
      return { response, to: new URL(response.headers.get("location") ?? "/nowhere", appUrl) };
    },
  };
}
