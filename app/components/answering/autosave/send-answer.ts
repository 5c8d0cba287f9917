import type { AnswerSave } from "~/forms/answers";
import { z } from "~/domain/zod";
import type { SaveReply } from "../save-reply";
import type { SendResult } from "./queue-types";

/** Our own server's words are taken as they are; anything else, a proxy's page say, is no answer. */
const ReplySchema = z.custom<SaveReply>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    ["saved", "conflict", "refused"].some((kind) => kind === value.kind),
);
const MessageSchema = z.object({ message: z.string() });

/** `writer`: the id of the person who typed, since another may have signed in on this browser meanwhile. */
type Sender = { address: string; writer: string };

/** Sends one answer. Never throws: no network and a failing server are both "unreachable". */
export function answerSender({
  address,
  writer,
}: Sender): (save: AnswerSave) => Promise<SendResult> {
  return async (save) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ ...save, writer }),
        keepalive: true,
      });
      return await readResult(response);
    } catch {
      return { kind: "unreachable" };
    }
  };
}

async function readResult(response: Response): Promise<SendResult> {
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status >= 500 || response.status === 429 || response.redirected) {
    return { kind: "unreachable" };
  }
  const body: unknown = await response.json();
  const reply = ReplySchema.safeParse(body);
  if (reply.success) return reply.data;
  const told = MessageSchema.safeParse(body);
  return { kind: "stopped", message: told.success ? told.data.message : "This was not saved" };
}
