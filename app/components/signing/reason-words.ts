/** What can be wrong with a reason, as the services say it. */
export type ReasonCode = "reason-missing" | "reason-too-long" | "reason-upn";

type Subject = "decline" | "minute" | "amend" | "withdraw";

const MISSING: Record<Subject, string> = {
  decline: "Say what should be looked at again",
  minute: "Write which meeting agreed it, and its date",
  amend: "Say what you will change, and why",
  withdraw: "Say why it is withdrawn: the school reads it",
};

/** The message at the box. */
export function reasonWords(code: ReasonCode, subject: Subject): string {
  switch (code) {
    case "reason-missing":
      return MISSING[subject];
    case "reason-too-long":
      return "Use 500 characters or fewer";
    case "reason-upn":
      return "Take out what looks like a pupil number (UPN)";
  }
}
