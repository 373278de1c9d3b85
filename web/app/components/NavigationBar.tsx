/** A thin bar along the top while the next page is on its way. Mounted once, in the root. */
import { useNavigation } from "react-router";

export const NavigationBar = () =>
  useNavigation().state !== "idle" && (
    <div role="status" aria-label="Loading" className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      <div className="h-full w-1/3 animate-slide bg-text/70" />
    </div>
  );
