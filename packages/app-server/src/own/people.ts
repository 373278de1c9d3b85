/** Who has signed in to an app of its own: kept beside its rows, so that fields may name them. */
import { AppUser, type DataActor } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";

/** Who the app is of where nobody signs in: the person at this computer. */
const LOCAL_PERSON: Omit<AppUser, "roles"> = { id: "usr_local", name: "You", email: "you@localhost", role: "admin", access: "write" };

/** As whom somebody reads and writes rows; null: a visitor. */
export function actorOf(user: AppUser | null): DataActor {
  if (!user) return { kind: "visitor" };
  const { id: userId, access: may, name, email, role, roles } = user;
  return { kind: "member", userId, may, name, email, role, roles };
}

type PersonRow = { id: string; name: string; email: string; role: string };

export class People {
  readonly #sql: Sql;
  readonly #declared: readonly string[];

  /** `declared`: the roles of the app. */
  constructor(sql: Sql, declared: readonly string[]) {
    this.#sql = sql;
    this.#declared = declared;
    sql.all("create table if not exists people (id text primary key, name text not null, email text not null, role text not null)");
    sql.all("create table if not exists people_roles (id text not null, role text not null, primary key (id, role))");
  }

  /** An admin, so each of the roles is theirs. */
  get local(): AppUser {
    return { ...LOCAL_PERSON, roles: [...this.#declared] };
  }

  /** Takes over what the issuer says of them now. */
  keep({ id, name, email, role, roles }: AppUser): void {
    this.#sql.all(
      "insert into people (id, name, email, role) values (?, ?, ?, ?) on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role",
      ...[id, name, email, role],
    );
    this.#sql.all("delete from people_roles where id = ?", id);
    for (const given of roles) this.#sql.all("insert or ignore into people_roles (id, role) values (?, ?)", id, given);
  }

  get(id: string): AppUser | null {
    const [person] = this.#sql.all<PersonRow>("select * from people where id = ?", id);
    if (!person) return null;
    const given = this.#sql.all<{ role: string }>("select role from people_roles where id = ?", id).map(({ role }) => role);
    const roles = this.#declared.filter((role) => person.role === "admin" || given.includes(role));
    return AppUser.parse({ ...person, access: person.role === "viewer" ? "read" : "write", roles });
  }

  list(): { id: string; name: string }[] {
    return this.#sql.all<{ id: string; name: string }>("select id, name from people order by name, id");
  }
}
