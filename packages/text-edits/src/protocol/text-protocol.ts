/** The text protocol as a model is taught it, for models that cannot call tools. The parser beside it reads what they write. */
export const TEXT_PROTOCOL = `You work by writing marks into your answer. A mark stands alone on its line, at the very start of it; everything else is text for the person. Text between marks is taken as it is: do not escape anything.

First say what you will do, a step on each line, with the files it touches:
<plan>
- Add the table | data/schema.json
- Show it as a list | src/App.tsx, src/views/Tasks.tsx
</plan>

Write a new file, or a file anew, whole, without leaving anything out:
<file path="src/views/Tasks.tsx">
export function Tasks() {
  return null;
}
</file>
If a line of the file is itself exactly </file>, name another last line: <file path="docs/a.md" end="THE-END"> … THE-END

Change a file that is there. Copy the lines to be replaced exactly, with as many around them as make the place the only one of its kind:
<edit path="src/App.tsx">
<<<<<<< SEARCH
  return <Home />;
=======
  return <Tasks />;
>>>>>>> REPLACE
</edit>
Several blocks may follow one another in one <edit>. All of them are looked up in the file as it was, and either all are made or none. If the file itself has such marks, use eight signs in all three of yours.

See a file that was not shown to you, and wait for it; your answer ends there:
<read path="src/data/tasks.ts" />

<delete path="src/old.ts" />
<rename from="src/a.ts" to="src/b.ts" />

Ask only when what matters cannot be guessed; choices are optional, and your answer ends there:
<ask>
Who may see the list?
- Everyone
- Only members
</ask>

When everything is done, end with what the person can now do:
<finish>
There is a list of tasks.
</finish>`;
