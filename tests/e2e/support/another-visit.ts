import { createHash, randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";
import type { Person } from "../world/plan";
import { dataDir, visits } from "./world";

type Row = Record<string, unknown>;

/** A planned visit that no other test writes in, with a session of its own for each reviewer. */
export type OwnVisit = { id: string; path: string; lead: Person; second: Person };

/** Copies the planned visit of the world, its reviewers and its day; it looks at section C. */
export function anotherVisit(): OwnVisit {
  return inDatabase((database) => {
    const { ids, lead, second } = visits();
    const id = randomUUID();
    const copy = (table: string, column: string, change: () => Row) => {
      const rows = database.prepare(`select * from ${table} where ${column} = ?`).all(ids.planned);
      for (const row of rows as Row[]) insert(database, table, { ...row, ...change() });
    };
    copy("visits", "id", () => ({ id }));
    copy("visit_reviewers", "visit_id", () => ({ id: randomUUID(), visit_id: id }));
    insert(database, "visit_focus", { visit_id: id, key: "C", kind: "section", position: 0 });
    copy("visit_activities", "visit_id", () => ({ id: randomUUID(), visit_id: id }));
    const own = (person: Person) => anotherSession(database, person);
    return { id, path: `/visits/${id}`, lead: own(lead), second: own(second) };
  });
}

/** Notes of a visit that the server has, as `author text`, in the order they were written. */
export function notesOf({ id }: OwnVisit): { author: string; text: string; noted: number }[] {
  return inDatabase(
    (database) =>
      database
        .prepare(
          `select users.name as author, text, noted_at as noted from visit_notes
           join users on users.id = author_id where visit_id = ? and removed_at is null order by noted_at, visit_notes.id`,
        )
        .all(id) as { author: string; text: string; noted: number }[],
  );
}

/** Brings a visit to another state, as if its record had gone that way. */
export function setState({ id }: OwnVisit, state: string): void {
  inDatabase((database) => {
    database.prepare("update visits set state = ? where id = ?").run(state, id);
  });
}

function anotherSession(database: Database.Database, person: Person): Person {
  const session = randomBytes(20).toString("hex");
  const [row] = database
    .prepare("select * from sessions where id = ?")
    .all(hashed(person.session)) as Row[];
  insert(database, "sessions", { ...row, id: hashed(session) });
  return { ...person, session };
}

const hashed = (secret: string): string => createHash("sha256").update(secret).digest("hex");

function insert(database: Database.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  const marks = names.map(() => "?").join(", ");
  database
    .prepare(`insert into ${table} (${names.join(", ")}) values (${marks})`)
    .run(...Object.values(row));
}

function inDatabase<T>(work: (database: Database.Database) => T): T {
  const file = path.join(dataDir(), "inclusion-review.sqlite");
  const database = new Database(file, { timeout: 5000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}
