/** The right side of the workspace: preview, code, data, history, automations, GitHub. A tab keeps its state once it was opened. */
import { lazy, Suspense, useEffect, useRef } from "react";
import { Spinner } from "../components/Spinner.tsx";
import { TabPanel, Tabs } from "../components/Tabs.tsx";
import { useHydrated } from "../components/use-hydrated.ts";
import { useEdits } from "./code/use-edits.ts";
import { OldVersionBar } from "./history/OldVersionBar.tsx";
import { TABS, type Tab } from "./location.ts";
import { PreviewPane } from "./preview/PreviewPane.tsx";
import { useWorkspace } from "./WorkspaceContext.tsx";

const AutomationsPane = lazy(() => import("./automations/AutomationsPane.tsx"));
const CodePane = lazy(() => import("./code/CodePane.tsx"));
const DataPane = lazy(() => import("./data/DataPane.tsx"));
const GitHubPane = lazy(() => import("./github/GitHubPane.tsx"));
const HistoryPane = lazy(() => import("./history/HistoryPane.tsx"));

const LABELS: Record<Tab, string> = {
  ...{ preview: "Preview", code: "Code", data: "Data", history: "History", automations: "Automations", github: "GitHub" },
};

export function TabArea() {
  const { place, go } = useWorkspace();
  const { edits } = useEdits();
  const unsaved = Object.keys(edits).length > 0;
  const tab = place.tab ?? "preview";
  const stands = useHydrated();
  const labelOf = (name: Tab) =>
    name === "code" && unsaved ? (
      <>
        {LABELS.code}
        <span role="img" className="size-1.5 rounded-full bg-warning" aria-label="unsaved changes" title="Unsaved changes" />
      </>
    ) : (
      LABELS[name]
    );
  return (
    <Tabs
      label="Parts of the workspace"
      value={tab}
      onChange={(value) => go({ tab: value as Tab })}
      tabs={TABS.map((name) => ({ value: name, label: labelOf(name) }))}
      className="h-full max-md:[&>div:first-child]:hidden"
    >
      {stands ? <Panels tab={tab} /> : tab === "preview" && <EmptyPreview />}
    </Tabs>
  );
}

function Panels({ tab }: { tab: Tab }) {
  const opened = useOpened(tab);
  return (
    <>
      <OldVersionBar />
      <TabPanel value="preview" keepMounted>
        <PreviewPane />
      </TabPanel>
      <TabPanel value="code" keepMounted={opened.has("code")}>
        <Suspense fallback={<Loading />}>
          <CodePane />
        </Suspense>
      </TabPanel>
      <TabPanel value="data" keepMounted={opened.has("data")}>
        <Suspense fallback={<Loading />}>
          <DataPane shown={tab === "data"} />
        </Suspense>
      </TabPanel>
      <TabPanel value="history" className="overflow-y-auto">
        <Suspense fallback={<Loading />}>
          <HistoryPane />
        </Suspense>
      </TabPanel>
      <TabPanel value="automations" className="overflow-y-auto">
        <Suspense fallback={<Loading />}>
          <AutomationsPane />
        </Suspense>
      </TabPanel>
      <TabPanel value="github" className="overflow-y-auto">
        <Suspense fallback={<Loading />}>
          <GitHubPane />
        </Suspense>
      </TabPanel>
    </>
  );
}

/** The preview's bars with nothing in them: nothing of it works before the page's scripts do, so the server draws no more. */
const EmptyPreview = () => (
  <div aria-hidden="true" className="flex min-h-0 flex-1 flex-col justify-between">
    <div className="h-10 border-b border-border" />
    <div className="h-8 border-t border-border bg-surface" />
  </div>
);

function useOpened(tab: Tab): ReadonlySet<Tab> {
  const opened = useRef(new Set<Tab>());
  useEffect(() => void opened.current.add(tab), [tab]);
  return opened.current;
}

const Loading = () => (
  <p className="flex h-full items-center justify-center gap-2 text-muted">
    <Spinner /> Opening
  </p>
);
