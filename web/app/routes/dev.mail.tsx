/** `/dev/mail`: the mails of one's own machine, which nobody was sent. `?mail=` opens one. Elsewhere there is no such page. */
import type { OutboxMailList } from "@edgewright/contracts";
import { load } from "../api/load.server.ts";
import { AppShell } from "../components/AppShell.tsx";
import { Outbox } from "../dev/Outbox.tsx";
import { ownDocument } from "../document.ts";
import { isOutbox } from "../security-headers.ts";
import type { Route } from "./+types/dev.mail.ts";

export const meta: Route.MetaFunction = () => [{ title: "Mail of this machine · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { items } = await load<OutboxMailList>(args, "/api/dev/mails");
  return { mails: items, open: items.find(({ id }) => id === args.url.searchParams.get("mail")) ?? null };
}

/** Only a document of this page's own shows a mail in its own styles. */
export const clientLoader = (args: Route.ClientLoaderArgs) => ownDocument(isOutbox, args);

export default function DevMailRoute({ loaderData }: Route.ComponentProps) {
  return (
    <AppShell fill>
      <Outbox {...loaderData} />
    </AppShell>
  );
}
