import { Shell } from "./components/Shell";
import { Group } from "./views/Group";

export function App() {
  return (
    <Shell name="Shared expenses" screens={[]}>
      <Group />
    </Shell>
  );
}
