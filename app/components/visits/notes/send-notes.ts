import { z } from "~/domain/zod";
import type { JottingsOutcome } from "~/domain/visit/device-jottings";
import type { Answered, DeviceActivity, Outgoing } from "~/domain/visit/device-notes";

/** Why nothing could be handed in. `unreachable` is tried again by itself; the others wait for their writer. */
export type SendTrouble = "unreachable" | "signed-out" | "somebody-else";

type Sending = {
  visitId: string;
  person: string;
  activities: readonly DeviceActivity[];
  batch: readonly Outgoing[];
};

/** Our own server's answers are taken as they are; a proxy's or a café's page is no answer. */
const AnswersSchema = z.object({
  answers: z.array(
    z.custom<Answered>((value) => typeof value === "object" && value !== null && "noteId" in value),
  ),
});
const OutcomeSchema = z.custom<JottingsOutcome>(
  (value) => typeof value === "object" && value !== null && "kind" in value,
);

/** Longest wait for an answer: poor Wi-Fi may hold a request for ever. */
const PATIENCE_MS = 20_000;

/** Hands notes in. Never throws. */
export async function sendNotes(sending: Sending): Promise<Answered[] | SendTrouble> {
  const { visitId, person, activities, batch } = sending;
  const body = {
    person,
    activities: activities.map(({ id, kind, title, startsAt }) => ({ id, kind, title, startsAt })),
    deliveries: batch.map((one) => ({
      ...{ id: one.id, noteId: one.noteId, activityId: one.activityId },
      ...{ kind: one.kind, text: one.text, notedAt: one.notedAt },
      ...{ removed: one.removed, baseVersion: one.baseVersion ?? 0 },
      namesConfirmed: one.namesConfirmed === true,
    })),
  };
  const got = await post(`/visits/${visitId}/notes/deliver`, {
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (typeof got === "string") return got;
  const read = AnswersSchema.safeParse(got.body);
  if (!read.success) return "unreachable";
  const { answers } = read.data;
  return answers.length < batch.length ? "unreachable" : answers;
}

type Jotted = { visitId: string; person: string; text: string; version: number };

/** Hands jottings in. Never throws. */
export async function sendJottings(jotted: Jotted): Promise<JottingsOutcome | SendTrouble> {
  const { visitId, version, ...rest } = jotted;
  const fields = { intent: "jottings", ...rest, version: String(version) };
  const got = await post(`/visits/${visitId}/notes/jottings`, {
    headers: { Accept: "application/json" },
    body: new URLSearchParams(fields),
  });
  if (typeof got === "string") return got;
  const read = OutcomeSchema.safeParse(got.body);
  return read.success ? read.data : "unreachable";
}

async function post(
  address: string,
  init: Pick<RequestInit, "headers" | "body">,
): Promise<{ body: unknown } | SendTrouble> {
  try {
    const response = await fetch(address, {
      method: "POST",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
    });
    if (response.status === 401) return "signed-out";
    if (response.status === 403 || response.status === 404) return "somebody-else";
    if (!response.ok || response.redirected) return "unreachable";
    return { body: await response.json() };
  } catch {
    return "unreachable";
  }
}
