/** What stands around every component, and what goes between one test and the next. */
import { toast } from "sonner";
import { afterEach } from "vitest";
import { cleanup } from "vitest-browser-react/pure";
import { showToasts } from "../components/toast.ts";
import "../theme.css";

afterEach(async () => {
  await cleanup();
  // News that has not been shown, or not for long enough, would be shown in the next test too.
  showToasts(() => {})();
  toast.dismiss();
});
