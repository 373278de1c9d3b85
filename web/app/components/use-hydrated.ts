/** Whether the page has been taken over in the browser. What waits for it is left out of the page that the server sends. */
import { useSyncExternalStore } from "react";

const never = () => () => {};

export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
