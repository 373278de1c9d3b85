/** The part of react-refresh the runtime uses; the package has no types of its own. */
declare module "react-refresh/runtime" {
  export function injectIntoGlobalHook(global: object): void;
  export function isLikelyComponentType(value: unknown): boolean;
  export function register(type: unknown, id: string): void;
  export function setSignature(type: unknown, key: string, forceReset: boolean, getCustomHooks?: () => unknown[]): void;
  export function performReactRefresh(): unknown;
}
