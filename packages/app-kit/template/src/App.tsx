import { Navigate, Route, Routes } from "react-router";
import { Shell } from "./components/Shell";
import { screens } from "./screens";
import { Welcome } from "./views/Welcome";

export function App() {
  return (
    <Shell name="New app" screens={Object.values(screens)}>
      <Routes>
        <Route path={screens.welcome.path} element={<Welcome />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Shell>
  );
}
