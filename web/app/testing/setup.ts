/** What stands around every component, and what goes between one test and the next. */
import { afterEach } from "vitest";
import { cleanup } from "vitest-browser-react/pure";
import "../theme.css";

afterEach(() => cleanup());
