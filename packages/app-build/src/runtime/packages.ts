/** Vendored packages in the page, as the app's CommonJS bodies see them. */

const loaded = new Map<string, object>();

export const loadedPackage = (specifier: string): object | undefined => loaded.get(specifier);

/** Loads those not loaded yet, through the page's import map. */
export async function loadPackages(specifiers: Iterable<string>): Promise<void> {
  const missing = [...specifiers].filter((specifier) => !loaded.has(specifier));
  await Promise.all(
    missing.map(async (specifier) => {
      const namespace = (await import(specifier)) as object;
      loaded.set(specifier, specifier === "react-dom/client" ? keepingRoots(namespace) : commonJs(namespace));
    }),
  );
}

/** `__esModule` tells the compiled imports that `default` is a name like the others. */
export const commonJs = (namespace: object, own: PropertyDescriptorMap = {}): object =>
  Object.create(namespace, { __esModule: { value: true }, ...own });

type Root = { render(children: unknown): void; unmount(): void };
type CreateRoot = (container: Element, options?: object) => Root;

/** When the entry is evaluated again it creates its root again: it gets the one it has, so the page stays as it is and only differences are drawn. */
function keepingRoots(namespace: object): object {
  const original = (namespace as { createRoot: CreateRoot }).createRoot;
  const roots = new WeakMap<Element, Root>();
  const createRoot: CreateRoot = (container, options) => {
    const known = roots.get(container);
    if (known) return known;
    const root = original(container, options);
    const unmount = root.unmount.bind(root);
    root.unmount = () => {
      roots.delete(container);
      unmount();
    };
    roots.set(container, root);
    return root;
  };
  const all = { ...(namespace as { default?: object }).default, createRoot };
  return commonJs(namespace, { createRoot: { value: createRoot, enumerable: true }, default: { value: all } });
}
