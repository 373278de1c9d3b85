/** The app's own modules, which lie beside an isolate's script when it is loaded. */
declare module "*/app.js" {
  export const entry: string;
  export const modules: Record<
    string,
    (module: { exports: object }, exports: object, require: (id: string) => object, round: () => void) => void
  >;
  /** What the server's entry exports. */
  const app: unknown;
  export default app;
}
