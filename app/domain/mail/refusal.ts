/** What a mail server's answer says about an error while sending. Codes are of RFC 5321, "550". */
export type SendProblem = {
  /** The step at which it happened, like "RCPT TO". */
  command: string | null;
  /** The reply code; null where there was no reply. */
  replyCode: number | null;
};

/**
 * The code with which the recipient's server refused this address for good, or null: then sending is tried again. Only an
 * answer to the recipient or to the message counts. A refusal of our sign-in or sender is ours to mend.
 */
export function refusalCode({ command, replyCode }: SendProblem): string | null {
  const aboutThisMail = command === "RCPT TO" || command === "DATA";
  const isFinal = replyCode !== null && replyCode >= 500 && replyCode < 600;
  return aboutThisMail && isFinal ? String(replyCode) : null;
}
