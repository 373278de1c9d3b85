/** The script of a preview page: reads what the page carries, starts the app, listens for changes, errors and failed requests. */
import "./refresh.ts";
import { PAYLOAD_ID, type PagePayload } from "../render-page.ts";
import { accessEnded } from "./access-ended.ts";
import { RunningApp } from "./app.ts";
import { errorReporter } from "./errors.ts";
import { followFrame } from "./frame.ts";
import { openReloadSocket } from "./reload-socket.ts";
import { watchRequests } from "./requests.ts";

const payload = JSON.parse(document.getElementById(PAYLOAD_ID)?.textContent ?? "") as PagePayload;

const report = errorReporter((error) => {
  const body = JSON.stringify(error);
  fetch("/_app/errors", { method: "POST", headers: { "content-type": "application/json" }, body, keepalive: true }).catch(() => undefined);
}, Date.now);

followFrame();
let leaving = false;
window.addEventListener("pagehide", () => {
  leaving = true;
});
window.addEventListener("pageshow", () => {
  leaving = false;
});
window.fetch = watchRequests(window.fetch.bind(window), {
  base: () => location.href,
  // A page that goes away, or a device without a network, is no fault of the app.
  excused: () => leaving || !navigator.onLine,
  failed: (request, thrown) => app.requestFailed(request, thrown),
});
const app = new RunningApp(payload, report);
window.addEventListener("error", (event) => {
  // A missing image is an event without an error; "ResizeObserver loop" is a warning that comes as an error.
  if (event.error !== undefined && event.error !== null) app.failed(event.error);
});
window.addEventListener("unhandledrejection", (event) => app.failed(event.reason));
openReloadSocket({ hash: () => app.hash, onFrame: (frame) => app.onFrame(frame), onEnd: accessEnded });
