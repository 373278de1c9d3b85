/** Who has signed in to an app of its own: kept beside its rows, so that fields may name them. */
import { AppUser, type DataActor } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";

/** Who the app is of where nobody signs in: the person at this computer. */
export const LOCAL_PERSON: AppUser = { id: "usr_local", name: "You", email: "you@localhost", role: "admin", access: "write" };

/** As whom somebody reads and writes rows; null: a visitor. */
export const actorOf = (user: AppUser | null): DataActor =>
  user ? { kind: "member", userId: user.id, may: user.access, name: user.name, email: user.email, role: user.role } : { kind: "visitor" };

export class People {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
    sql.all("create table if not exists people (id text primary key, name text not null, email text not null, role text not null)");
  }

  /** Takes over what the issuer says of them now. */
  keep({ id, name, email, role }: AppUser): void {
    this.#sql.all(
      "insert into people (id, name, email, role) values (?, ?, ?, ?) on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role",
      ...[id, name, email, role],
    );
  }

  get(id: string): AppUser | null {
    const [person] = this.#sql.all<{ id: string; name: string; email: string; role: string }>("select * from people where id = ?", id);
    return person ? AppUser.parse({ ...person, access: person.role === "viewer" ? "read" : "write" }) : null;
  }

  list(): { id: string; name: string }[] {
    return this.#sql.all<{ id: string; name: string }>("select id, name from people order by name, id");
  }
}
