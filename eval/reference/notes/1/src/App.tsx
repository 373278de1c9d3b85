import { Navigate, Route, Routes } from "react-router";
import { Shell } from "./components/Shell";
import { Notes } from "./views/Notes";
import { NoteView } from "./views/NoteView";

export function App() {
  return (
    <Shell name="Notes" screens={[]}>
      <Routes>
        <Route path="/" element={<Notes />} />
        <Route path="/notes/:id" element={<NoteView />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Shell>
  );
}
