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

// Whether the machine's own window comes into sight, for which pages read anew, is no part of a test. A test says so itself.
window.addEventListener("focus", (event) => event.isTrusted && event.target === window && event.stopImmediatePropagation(), {
  capture: true,
});
