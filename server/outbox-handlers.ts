import type { JobHandlers } from "~/platform/outbox-worker.server";
import { remindSchool } from "~/services/chasing/remind-school.server";
import { makeDocument } from "~/services/documents/make-document.server";
import { makeDigest } from "~/services/mail/make-digest.server";
import { sendMail } from "~/services/mail/send-mail.server";
import { keepRetention } from "~/services/personal-data/retention-night.server";
import { inviteSchools } from "~/services/rounds/invite-schools.server";
import { tellSchools } from "~/services/rounds/tell-schools.server";

/** Which service does which kind of outbox work. */
export const outboxHandlers: JobHandlers = {
  "make-document": makeDocument,
  "send-mail": sendMail,
  "make-digest": makeDigest,
  "keep-retention": keepRetention,
  "invite-schools": inviteSchools,
  "tell-schools": tellSchools,
  "remind-school": remindSchool,
};
