import { useTable } from "@edgewright/app-kit";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { Button } from "../components/Button";
import { Input } from "../components/Input";
import { Loaded } from "../components/Loaded";
import { Page } from "../components/Page";
import type { Note } from "../data/notes";

/** All notes, and a line to add one. */
export function Notes() {
  const notes = useTable<Note>("notes");
  const [title, setTitle] = useState("");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") return;
    await notes.create({ title: title.trim() });
    setTitle("");
  };

  return (
    <Page title="Notes" narrow>
      <form onSubmit={add} className="flex gap-2">
        <Input aria-label="Title" placeholder="Title of a new note" value={title} onChange={(event) => setTitle(event.target.value)} />
        <Button type="submit">Add</Button>
      </form>
      <Loaded of={notes} empty={<p className="text-muted">No notes yet.</p>}>
        <ul className="divide-y divide-border rounded-card border border-border bg-surface">
          {notes.rows.map((note) => (
            <li key={note.id}>
              <Link to={`/notes/${note.id}`} className="block px-4 py-2.5 hover:bg-text/3">
                {note.title}
              </Link>
            </li>
          ))}
        </ul>
      </Loaded>
    </Page>
  );
}
