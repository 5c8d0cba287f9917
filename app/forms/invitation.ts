import type { InvitationFields } from "~/domain/people/invitation";

/** Longest text a field gives back; its rules are stricter. */
const MOST = 500;

/** Text of a form's field, or nothing. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, MOST) : "";
}

/** An invitation as typed. Its rules stand in app/domain/people/invitation.ts. */
export function readInvitation(form: FormData): InvitationFields {
  return {
    name: fieldOf(form, "name"),
    email: fieldOf(form, "email"),
    role: fieldOf(form, "role"),
    from: fieldOf(form, "from"),
    to: fieldOf(form, "to"),
    signingTitle: fieldOf(form, "signingTitle"),
    questionnaireKey: fieldOf(form, "questionnaireKey"),
  };
}

/** The change of an invitation that a button asks for; null when the form does not say. */
export function readInvitationChange(
  form: FormData,
): { invitationId: string; change: "send-again" | "withdraw" } | null {
  const said = fieldOf(form, "intent");
  if (said !== "send-again" && said !== "withdraw") return null;
  return { invitationId: fieldOf(form, "invitation"), change: said };
}

/** The form that changes a role. */
export function readRoleForm(form: FormData) {
  return {
    from: fieldOf(form, "from"),
    to: fieldOf(form, "to"),
    signingTitle: fieldOf(form, "signingTitle"),
    stands: fieldOf(form, "stands"),
  };
}

/** The roles an access check showed, and those left ticked. */
export function readAccessCheck(form: FormData): { shown: string[]; kept: string[] } {
  const texts = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === "string");
  return { shown: texts("shown"), kept: texts("kept") };
}

export type PostedBulk = { csv: string; lines: number[] };

/** A previewed file, confirmed. */
export function readBulk(form: FormData): PostedBulk {
  const [csv, lines] = [form.get("csv"), form.get("lines")];
  const numbers = typeof lines === "string" ? lines.split(",").map(Number) : [];
  return { csv: typeof csv === "string" ? csv : "", lines: numbers.filter(Number.isSafeInteger) };
}

/** Bytes of a file of people. */
export const PEOPLE_FILE_MAX_BYTES = 200 * 1024;
export const PEOPLE_FILE_FIELD = "file";
