/** Who is signed in, as the root's loader found out. Used by every page. */
import type { Me } from "@edgewright/contracts";
import { useRouteLoaderData } from "react-router";
import type { Theme } from "./theme/theme.ts";

export interface RootData {
  me: Me | null;
  theme: Theme;
  /** Keys are shown with the signs of this person's keyboard. */
  mac: boolean;
}

export const useRootData = () => useRouteLoaderData("root") as RootData | undefined;

/** null: signed out. */
export const useMe = (): Me | null => useRootData()?.me ?? null;
