import { EmptyState } from "../components/EmptyState";
import { Page } from "../components/Page";

/** What an app shows before it has a screen of its own. */
export function Welcome() {
  return (
    <Page title="Welcome">
      <EmptyState title="This app is still empty">Describe what it should keep track of, and its first screens appear here.</EmptyState>
    </Page>
  );
}
