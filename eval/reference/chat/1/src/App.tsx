import { Route, Routes } from "react-router";
import { ChannelList } from "./components/ChannelList";
import { EmptyState } from "./components/EmptyState";
import { ChannelView } from "./views/ChannelView";

export function App() {
  return (
    <div className="flex h-dvh">
      <ChannelList />
      <main className="min-w-0 flex-1">
        <Routes>
          <Route path="/channels/:id" element={<ChannelView />} />
          <Route path="*" element={<EmptyState title="Choose a channel">Or add one on the left.</EmptyState>} />
        </Routes>
      </main>
    </div>
  );
}
