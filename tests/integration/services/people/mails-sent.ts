import { asc } from "drizzle-orm";
import { z } from "~/domain/zod";
import { mails } from "~db/schema";
import type { TestApp } from "~tests/support/test-app";

const DataSchema = z.object({
  path: z.string(),
  code: z.string().optional(),
  inviterName: z.string().optional(),
  placeName: z.string().optional(),
  roleName: z.string().optional(),
});

/** Mails queued so far, in order, with what their templates are given. */
export async function mailsSent(app: TestApp) {
  const rows = await app.db.read.select().from(mails).orderBy(asc(mails.id));
  return rows.map(({ template, email, name, data }) => ({
    template,
    email,
    name,
    ...DataSchema.parse(JSON.parse(data ?? "{}")),
  }));
}

/** The secret of the link that was mailed last. */
export async function lastSecret(app: TestApp): Promise<string> {
  const last = (await mailsSent(app)).at(-1);
  return last?.path.split("/").at(-1) ?? "";
}
