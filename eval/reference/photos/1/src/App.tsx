import { Shell } from "./components/Shell";
import { Feed } from "./views/Feed";

export function App() {
  return (
    <Shell name="Photos" screens={[]}>
      <Feed />
    </Shell>
  );
}
