/** The running app in the page: starts it, and takes up changes without loading the page again. */
import type { Finding, ReloadFrame, RuntimeError } from "@edgewright/contracts";
import { type PagePayload, STYLE_ID } from "../render-page.ts";
import { compile } from "./compile.ts";
import { failedRequest, toRuntimeError } from "./errors.ts";
import { tellFrame } from "./frame.ts";
import { hideNotice, showNotice } from "./overlay.ts";
import { loadedPackage, loadPackages } from "./packages.ts";
import { isBoundary, refresh, registerComponents } from "./refresh.ts";
import { Registry } from "./registry.ts";
import type { FailedRequest } from "./requests.ts";
import { planUpdate } from "./update.ts";
import { workerAddress } from "./worker-address.ts";

export class RunningApp {
  hash: string;
  private readonly registry: Registry;
  private readonly entry: string;
  private readonly report: (error: RuntimeError) => void;
  /** What changed but could not be evaluated yet. */
  private pending = new Set<string>();
  private started = false;
  /** Rejections that were reported as failed requests already. */
  private readonly told = new WeakSet<WeakKey>();
  private work: Promise<void> = Promise.resolve();

  constructor(payload: PagePayload, report: (error: RuntimeError) => void) {
    this.hash = payload.hash;
    this.entry = payload.entry;
    this.report = report;
    this.registry = new Registry({ compile, external: loadedPackage, evaluated: registerComponents });
    this.registry.accept(payload.modules);
    globalThis.edgewrightWorker = (entry) => workerAddress(entry, this.registry.reach(entry));
    if (payload.findings.length > 0) this.showFindings(payload.findings);
    this.enqueue(() => this.run());
  }

  onFrame(frame: ReloadFrame): void {
    if (frame.type === "full") location.reload();
    else if (frame.type === "broken") this.showFindings(frame.findings);
    else this.enqueue(() => this.update(frame));
  }

  /** An error anywhere in the app: told to the platform, and shown. */
  failed(thrown: unknown): void {
    const error = toRuntimeError(thrown, (path) => this.registry.has(path), location.pathname);
    if (!this.wasTold(thrown)) this.report(error);
    const where = error.file === "" ? "" : error.line > 0 ? `${error.file}:${error.line}` : error.file;
    showNotice({ title: "Something in the app broke", message: error.message, where });
  }

  /** Told to the platform only: what the page makes of it is the app's own affair. `thrown`: what the app gets to see of it. */
  requestFailed(request: FailedRequest, thrown: unknown): void {
    if (isObject(thrown)) this.told.add(thrown);
    this.report(failedRequest(request, (path) => this.registry.has(path), location.pathname));
  }

  private wasTold(thrown: unknown): boolean {
    return isObject(thrown) && this.told.has(thrown);
  }

  private enqueue(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch((error: unknown) => this.failed(error));
  }

  private async update(frame: Extract<ReloadFrame, { type: "update" }>): Promise<void> {
    if (frame.css !== null) pageStyle().textContent = frame.css;
    for (const path of this.registry.accept(frame.modules, frame.removed)) this.pending.add(path);
    this.hash = frame.hash;
    hideNotice();
    await this.run();
  }

  private async run(): Promise<void> {
    await loadPackages(this.known(this.registry.packages()));
    if (this.started) this.takeUp();
    else this.registry.reevaluate([...this.registry.loaded.keys()], [this.entry]);
    this.started = true;
    this.pending.clear();
    refresh();
    tellFrame({ type: "edgewright:rendered", hash: this.hash });
  }

  /** Evaluates what changed. A module that no longer exports components only passes the change on to its importers. */
  private takeUp(): void {
    let changed = new Set([...this.pending].filter((path) => this.registry.has(path)));
    let accepts = (path: string) => isBoundary(this.registry.loaded.get(path));
    for (;;) {
      const { stale, roots } = planUpdate(changed, {
        entry: this.entry,
        importers: (path) => this.registry.importers(path),
        isBoundary: accepts,
      });
      this.registry.reevaluate(stale, roots);
      const lost = new Set([...roots].filter((path) => path !== this.entry && !isBoundary(this.registry.loaded.get(path))));
      if (lost.size === 0) return;
      changed = new Set([...changed, ...lost]);
      const known = accepts;
      accepts = (path) => !lost.has(path) && known(path);
    }
  }

  private known(specifiers: Set<string>): string[] {
    const map = document.querySelector('script[type="importmap"]')?.textContent ?? "{}";
    const { imports = {} } = JSON.parse(map) as { imports?: Record<string, string> };
    return [...specifiers].filter((specifier) => Object.hasOwn(imports, specifier));
  }

  private showFindings([first, ...more]: Finding[]): void {
    if (!first) return;
    const rest = more.length > 0 ? `\n… and ${more.length} more` : "";
    showNotice({
      title: "Waiting for code that builds",
      message: first.message + rest,
      where: first.line > 0 ? `${first.file}:${first.line}` : first.file,
    });
  }
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The element with the app's styles: made anew where the app has thrown it out of its page. */
function pageStyle(): HTMLElement {
  const present = document.getElementById(STYLE_ID);
  if (present) return present;
  const made = document.createElement("style");
  made.id = STYLE_ID;
  return document.head.appendChild(made);
}
