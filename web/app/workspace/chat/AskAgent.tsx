/** In an empty part of the workspace: leads to the composer. */
import type { ReactNode } from "react";
import { Button } from "../../components/Button.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { focusComposer } from "./composer-field.ts";

export const AskAgent = ({ children }: { children: ReactNode }) => (
  <Button disabledReason={useWhyNot("message.send")} onClick={focusComposer}>
    {children}
  </Button>
);
