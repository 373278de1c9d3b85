/** What stands around every component, and what goes between one test and the next. */
import { afterEach } from "vitest";
import { cleanup } from "vitest-browser-react/pure";
import { showToasts } from "../components/toast.ts";
import "../theme.css";

afterEach(() => {
  cleanup();
  // News that nothing showed would be shown in the next test.
  showToasts(() => {})();
});
