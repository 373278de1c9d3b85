/** Settings: the person's own name. */
import { useRevalidator } from "react-router";
import { toast } from "sonner";
import { z } from "zod";
import { PersonName } from "../account/schemas.ts";
import { call } from "../api/browser.ts";
import { requireMe } from "../api/load.server.ts";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import { SettingsSection } from "../settings/SettingsSection.tsx";
import type { Route } from "./+types/settings.profile.ts";

const Profile = z.object({ name: PersonName });

export const meta: Route.MetaFunction = () => [{ title: "Profile · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => requireMe(args);

export default function ProfileRoute({ loaderData: { user } }: Route.ComponentProps) {
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: Profile,
    initial: { name: user.name },
    submit: async ({ name }) => {
      const answer = await call("POST", "/api/auth/update-user", z.unknown(), { body: { name: name.trim() } });
      if (!answer.ok) return answer.failure;
      await revalidate();
      toast.success("Name saved");
      return null;
    },
  });
  return (
    <SettingsSection
      title="Profile"
      description="How others in your organization see you."
      failure={form.failure}
      busy={form.busy}
      disabledReason={!form.changed && "Nothing has changed."}
      onSubmit={form.onSubmit}
    >
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoComplete="name" {...form.bind("name")} />
      </Field>
      <Field label="E-mail" hint="You sign in with it. It cannot be changed yet.">
        <Input value={user.email} readOnly className="text-muted" />
      </Field>
    </SettingsSection>
  );
}
