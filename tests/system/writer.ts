import { z } from "~/domain/zod";
import { autosave, postForm, type Person, type Send } from "./school-at-work";

/**
 * What became of one save. `shown` is where the texts are told: the page that came back, or with the script the
 * other's text, for the writer's own is still in its box.
 */
export type Outcome =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; theirs: number; shown: string; page: string | null }
  | { kind: "refused"; reason: string; page: string | null }
  | { kind: "lost"; body: unknown };

export type Save = { key: string; commentary: string; status: number; outcome: Outcome };
export type Sender = (on: { key: string; base: number }) => Promise<Save>;

const ReplySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), revision: z.number() }),
  z.object({
    kind: z.literal("conflict"),
    theirs: z.object({ revision: z.number(), content: z.object({ commentary: z.string() }) }),
  }),
  z.object({ kind: z.literal("refused"), refusal: z.object({ summary: z.string() }) }),
]);

/** Writes as the page's script does. */
export function byScript(at: Send, person: Person): Sender {
  let count = 0;
  return async ({ key, base }) => {
    count += 1;
    const commentary = wordsOf(person, count);
    const saveId = `${person.userId}-${count}`;
    const { status, body } = await autosave(at, person, { key, commentary, base, saveId });
    const reply = ReplySchema.safeParse(body);
    return { key, commentary, status, outcome: reply.success ? outcomeOf(reply.data) : lost(body) };
  };
}

const lost = (body: unknown): Outcome => ({ kind: "lost", body });

function outcomeOf(reply: z.infer<typeof ReplySchema>): Outcome {
  switch (reply.kind) {
    case "saved":
      return reply;
    case "conflict": {
      const { revision, content } = reply.theirs;
      return { kind: "conflict", theirs: revision, shown: content.commentary, page: null };
    }
    case "refused":
      return { kind: "refused", reason: reply.refusal.summary, page: null };
  }
}

/** Writes as the section's form does without JavaScript. */
export function byForm(at: Send, person: Person): Sender {
  let count = 0;
  return async ({ key, base }) => {
    count += 1;
    const commentary = wordsOf(person, count);
    const fields = {
      [`${key}.level`]: "2",
      [`${key}.commentary`]: commentary,
      [`${key}.base`]: String(base),
      [`${key}.namesConfirmed`]: "yes",
    };
    const page = `sections/${key.charAt(0)}`;
    const { status, html } = await postForm(at, person, { page, fields });
    return { key, commentary, status, outcome: formOutcome({ key, base, status, html }) };
  };
}

type Posted = { key: string; base: number; status: number; html: string };

function formOutcome({ key, base, status, html }: Posted): Outcome {
  if (status === 302) return { kind: "saved", revision: base + 1 };
  const theirs = new RegExp(`name="${key}\\.theirs" value="(\\d+)"`).exec(html)?.[1];
  if (theirs === undefined) return { kind: "refused", reason: "said on the page", page: html };
  return { kind: "conflict", theirs: Number(theirs), shown: html, page: html };
}

function wordsOf(person: Person, count: number): string {
  return `${person.name} wrote this as number ${count}`;
}
