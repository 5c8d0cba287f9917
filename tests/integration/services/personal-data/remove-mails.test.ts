import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { MailSchema } from "~/domain/mail/templates";
import { REMOVED_MARK as MARK } from "~/domain/personal-data/removal";
import { queueMail } from "~/services/mail/queue-mail.server";
import { actions, mails } from "~db/schema";
import { aNamedChild } from "./a-named-child";

describe("removing words that a mail in waiting is made of", () => {
  test.each(["11", "2026", "expectation", "agreed", "Sam", "schools"])(
    "leaves a mail that can still be sent, whatever is removed: %s",
    async (words) => {
      const place = await aNamedChild();
      const { app, school, head, senco } = place;
      await app.db.transact(async (tx) => {
        await tx.update(actions).set({ progressNote: `/${words} ${words}` });
        await queueMail(tx, {
          id: "waits",
          template: "visit-step",
          data: {
            what: "agreed",
            schoolName: school.name,
            visitOn: "2026-11-30",
            startsAt: "09:00",
            endsAt: "11:30",
            by: null,
            who: "The school",
            words: `/${words} is seen in lessons`,
            calendar: null,
            path: `/schools/${school.urn}`,
          },
          to: { userId: senco.userId, email: "sam@demo.test", name: "Sam" },
          at: app.clock.now(),
          about: { schoolId: school.id },
        });
      });
      expect(await place.remove(head, { words, scope: "school" })).toMatchObject({ ok: true });
      const [left] = await app.db.read.select().from(mails).where(eq(mails.id, "waits"));
      const data: unknown = JSON.parse(left?.data ?? "null");
      expect(MailSchema.safeParse({ template: "visit-step", data }).error).toBeUndefined();
      expect(data).toMatchObject({ words: `/${MARK} is seen in lessons`, what: "agreed" });
    },
  );
});
