/** Rules in words, and those that most projects want. */
import type { CreateGitHubRule, GitHubWhen } from "@edgewright/contracts";

export function whenText(when: GitHubWhen): string {
  switch (when.kind) {
    case "path":
      return `When a push changes ${when.path}`;
    case "label":
      return `When an issue gets the label ${when.label}`;
    case "comment":
      return "When a comment on an issue begins with /edgewright";
  }
}

export const READY_MADE: { title: string; says: string; rule: CreateGitHubRule }[] = [
  {
    title: "Issues become pull requests",
    says: "An issue labelled edgewright is built on a branch, and answered with its pull request and preview.",
    rule: { when: { kind: "label", label: "edgewright" }, template: "Change the app as this issue asks." },
  },
  {
    title: "The app follows SPEC.md",
    says: "Each push that changes SPEC.md has the app brought up to it, in a pull request.",
    rule: {
      when: { kind: "path", path: "SPEC.md" },
      template: "The specification of the app has changed. Change the app so that it does what it says now.",
    },
  },
  {
    title: "Comments ask for changes",
    says: "A comment that begins with /edgewright is taken as a request; on a pull request it goes on there.",
    rule: { when: { kind: "comment" }, template: "Change the app as this comment asks." },
  },
];
