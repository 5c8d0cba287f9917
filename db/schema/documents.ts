import { DOCUMENT_STATES } from "../../app/domain/submission/states";
import { bytes, index, int, table, text, timestamp, uniqueIndex } from "../columns";
import { confirmations } from "./confirmations";
import { exactlyOne, oneOf } from "./state-check";
import { submissions } from "./submissions";
import { visits } from "./visits";

/** The sealed PDF of a submission, of a visit's record or of a confirmation: pending, ready or failed, never silently gone. */
export const documents = table(
  "documents",
  {
    id: text("id").primaryKey(),
    submissionId: text("submission_id").references(() => submissions.id),
    visitId: text("visit_id").references(() => visits.id),
    confirmationId: text("confirmation_id").references(() => confirmations.id),
    state: text("state", { enum: DOCUMENT_STATES }).notNull(),
    bytes: bytes("bytes"),
    sha256: text("sha256"),
    pages: int("pages"),
    /** Bytes in the file. */
    size: int("size"),
    /** The certificate it was sealed with. */
    certificateId: text("certificate_id").references(() => sealCertificates.id),
    problem: text("problem"),
    createdAt: timestamp("created_at").notNull(),
    readyAt: timestamp("ready_at"),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("documents_submission").on(t.submissionId),
    uniqueIndex("documents_visit").on(t.visitId),
    uniqueIndex("documents_confirmation").on(t.confirmationId),
    exactlyOne("documents_owner", ["submission_id", "visit_id", "confirmation_id"]),
    index("documents_hash").on(t.sha256),
    oneOf("documents_state", "state", DOCUMENT_STATES),
  ],
);

/** Every certificate ever sealed with; old ones are kept so that old files verify. `id` is its SHA-256. */
export const sealCertificates = table("seal_certificates", {
  id: text("id").primaryKey(),
  pem: text("pem").notNull(),
  firstUsedAt: timestamp("first_used_at").notNull(),
});
