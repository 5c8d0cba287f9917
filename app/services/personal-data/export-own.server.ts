import type { ProvingPage } from "~/auth/proving-page.server";
import { copyAsHtml, copyAsJson } from "~/domain/personal-data/subject-access-files";
import type { PersonalData } from "~/domain/personal-data/subject-access";
import { can } from "~/domain/policy/can";
import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { londonDate } from "~/domain/calendar/format";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  proveAgain,
  waysToProve,
  type Proof,
  type ProofProblem,
  type Ways,
} from "~/services/account/prove-again.server";
import { recordAccountEvent } from "~/services/account/record-account-event.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { makeCopyKey, openCopyKey } from "./copy-key.server";
import { exportPersonalData } from "./export-personal-data.server";

export async function viewOwnData(
  app: App,
  actor: Actor,
  page?: ProvingPage,
): Promise<{ ways: Ways }> {
  stopUnless(can(actor, "person.read-own-data", { userId: actor.userId }));
  return { ways: await waysToProve(app, actor, page) };
}

/** After the actor proved again who they are: the key to a copy of what is held about them. */
export async function askOwnData(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<{ key: string }, ProofProblem>> {
  const { userId } = actor;
  stopUnless(can(actor, "person.read-own-data", { userId }));
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return proven;
  const event = "account.data-given";
  await recordAccountEvent(app, {
    event,
    actorId: userId,
    subjectId: userId,
    data: { way: "own" },
  });
  return ok({ key: await makeCopyKey(app, actor, { userId, organisationId: null }) });
}

export type CopyFile = { text: string; type: string; fileName: string };
type Asked = { key: string; format: string };

/** The copy as a file. Throws `not-found` for a key that opens nothing of the actor's own. */
export async function takeOwnData(
  app: App,
  actor: Actor,
  { key, format }: Asked,
): Promise<CopyFile> {
  const { userId, organisationId } = await openCopyKey(app, actor, key);
  if (userId !== actor.userId || organisationId !== null) throw new AppError("not-found");
  const { email } = actor;
  const who = { userId, email, way: "own", person: actor, organisationId } as const;
  return copyFile(app, { data: await exportPersonalData(app, who), format });
}

/** A copy in the form asked for; a page to read unless it is the data. */
export function copyFile(
  app: App,
  { data, format }: { data: PersonalData; format: string },
): CopyFile {
  const name = `data-${londonDate(app.clock.now())}`;
  return format === "json"
    ? { text: copyAsJson(data), type: "application/json", fileName: `${name}.json` }
    : { text: copyAsHtml(data), type: "text/html", fileName: `${name}.html` };
}
