/** What of a browser an app may touch while its modules load and it renders once: just enough, and harmless. Used in the boot isolate only. */

const nothing = () => undefined;

/** An element on which everything can be read, set and called. */
function element(): object {
  const style = new Proxy({}, { get: (_, name) => (typeof name === "string" && name.startsWith("get") ? () => "" : nothing) });
  const rectangle = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0 };
  const own: Record<PropertyKey, unknown> = {
    style,
    dataset: {},
    children: [],
    childNodes: [],
    nodeType: 1,
    textContent: "",
    innerHTML: "",
    classList: { add: nothing, remove: nothing, toggle: () => false, contains: () => false },
    getBoundingClientRect: () => rectangle,
    getAttribute: () => null,
    hasAttribute: () => false,
    querySelector: () => null,
    querySelectorAll: () => [],
    matches: () => false,
    contains: () => false,
    getContext: () => null,
  };
  return new Proxy(own, { get: (target, name) => (name in target ? target[name] : name === Symbol.toPrimitive ? () => "" : nothing) });
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, String(value)),
    removeItem: (name: string) => void items.delete(name),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

class Observer {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
  takeRecords = () => [];
}

class BackgroundWorker {
  port = { start: nothing, close: nothing, postMessage: nothing, addEventListener: nothing };
  postMessage = nothing;
  terminate = nothing;
  addEventListener = nothing;
  removeEventListener = nothing;
}

const location = Object.assign(new URL("https://app.preview/"), { assign: nothing, replace: nothing, reload: nothing });
const history = {
  state: null,
  length: 1,
  scrollRestoration: "auto",
  pushState: nothing,
  replaceState: nothing,
  go: nothing,
  back: nothing,
  forward: nothing,
};
const events = { addEventListener: nothing, removeEventListener: nothing, dispatchEvent: () => true };

/** Moves the page to another address of the app before it is rendered again. */
export const goTo = (path: string): void => {
  location.href = new URL(path, location.origin).href;
};

export function installBrowser(): void {
  const document = {
    ...events,
    documentElement: element(),
    body: element(),
    head: element(),
    title: "",
    cookie: "",
    readyState: "complete",
    visibilityState: "visible",
    hidden: false,
    activeElement: null,
    getElementById: () => element(),
    querySelector: () => element(),
    querySelectorAll: () => [],
    getElementsByTagName: () => [],
    createElement: () => element(),
    createElementNS: () => element(),
    createTextNode: () => element(),
    createDocumentFragment: () => element(),
    hasFocus: () => true,
    defaultView: globalThis,
  };
  const parts: Record<string, unknown> = {
    ...events,
    document,
    window: globalThis,
    parent: globalThis,
    top: globalThis,
    location,
    history,
    localStorage: storage(),
    sessionStorage: storage(),
    innerWidth: 1280,
    innerHeight: 800,
    devicePixelRatio: 1,
    scrollX: 0,
    scrollY: 0,
    matchMedia: () => ({ ...events, matches: false, media: "", addListener: nothing, removeListener: nothing }),
    getComputedStyle: () => element(),
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: nothing,
    requestIdleCallback: () => 0,
    cancelIdleCallback: nothing,
    scrollTo: nothing,
    open: () => null,
    alert: nothing,
    confirm: () => false,
    prompt: () => null,
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    MutationObserver: Observer,
    PerformanceObserver: Observer,
    customElements: { define: nothing, get: nothing },
    Node: class {},
    Element: class {},
    HTMLElement: class {},
    HTMLInputElement: class {},
    SVGElement: class {},
    Image: class {},
    Worker: BackgroundWorker,
    SharedWorker: BackgroundWorker,
    Audio: class {
      play = async () => undefined;
    },
  };
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false });
  }
}
