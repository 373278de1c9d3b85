/** The start page for people who are not signed in. What they type is kept while they sign up. */
import { Link, useNavigate } from "react-router";
import { sendOnceSignedIn } from "./draft.ts";
import { PromptBox } from "./PromptBox.tsx";

const FACTS = [
  ["You describe it", "In your words. The plan is shown before the code, and each step while it happens."],
  [
    "It is checked before it is live",
    "Every version is type-checked and started once. A version that fails never replaces one that works.",
  ],
  ["It is yours", "Ordinary React and TypeScript with a database, in versions you can read, edit and go back to."],
] as const;

export function Landing() {
  const navigate = useNavigate();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 pt-[12vh] pb-16 sm:px-6">
      <h1 className="text-3xl/9 font-semibold tracking-tight text-balance">What do you want to build?</h1>
      <p className="mt-2 mb-6 max-w-xl text-chat text-muted">
        Edgewright turns a conversation into a running web application: its screens, its database and a link to share, in seconds.
      </p>
      <PromptBox
        onSend={() => {
          sendOnceSignedIn();
          void navigate("/sign-up?draft");
        }}
      />
      <dl className="mt-14 grid gap-x-8 gap-y-6 border-t border-border pt-6 sm:grid-cols-3">
        {FACTS.map(([title, text]) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd className="mt-1 text-muted">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-auto pt-12 text-sm text-muted">
        <Link
          to="/api/docs"
          reloadDocument
          className="rounded-control underline decoration-border-strong underline-offset-4 hover:text-text"
        >
          API reference
        </Link>
      </p>
    </div>
  );
}
