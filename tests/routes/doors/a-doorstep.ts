import { getActor } from "~/auth/session.server";
import { inviteToSchool } from "~/services/people/invite-to-school.server";
import { lastSecret, mailsSent } from "~tests/integration/services/people/mails-sent";
import {
  aContext,
  anAccount,
  aPost,
  aRequest,
  aSession,
  cookieOf,
  PASSWORD,
} from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import { aTestApp } from "~tests/support/test-app";
import { anInProcessApp } from "../crawler/in-process-app";

/** The five ways in that somebody without a session can try. */
export const DOORS = ["sign-in", "reset", "claim", "invitation", "code"] as const;
export type Door = (typeof DOORS)[number];

export const EMAIL = "priya.shah@marsh-lane.example";
export const NEW_PASSWORD = "violet tractor lamp";
export const NEW_PERSON = { name: "Ada Mensah", email: "ada@oakfold.example" };

/** What a browser, and whoever sits at it, learns from an answer. */
export type Seen = { status: number; headers: [string, string][]; text: string };

type Sent = { cookie?: string; from?: string };

/** The whole application, asked as from outside, with one person in it who has a password. */
export async function aDoorstep() {
  const app = await aTestApp({ ids: "real" });
  const { answer } = await anInProcessApp(app);
  const person = await anAccount(app);
  const get = (path: string, { cookie, from }: Sent = {}) => answer(aRequest(path, cookie), from);
  const head = (path: string, { cookie, from }: Sent = {}) =>
    answer(aRequest(path, cookie, { method: "HEAD" }), from);
  const post = (path: string, fields: Record<string, string>, { cookie, from }: Sent = {}) =>
    answer(aPost(path, fields, cookie), from);
  const isSignedIn = async (cookie: string) =>
    (await getActor(aRequest("/", cookie), aContext(app))) !== null;
  return { app, person, userId: person.userId, get, head, post, isSignedIn };
}

export type Doorstep = Awaited<ReturnType<typeof aDoorstep>>;

/** An answer as it is seen, with what was typed or drawn by lot taken out, so that two can be compared. */
export async function seen(response: Response, ...typed: string[]): Promise<Seen> {
  const without = (text: string) => {
    const once = typed.reduce((left, one) => left.replaceAll(one, "…"), text);
    return once.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "(id)");
  };
  const headers = [...response.headers].map(([name, value]) => [name, without(value)] as const);
  return {
    status: response.status,
    headers: headers.map(([name, value]) => [name, value]),
    text: without(await response.text()),
  };
}

/** Where an answer sends to. */
export const placeOf = (response: Response): string => response.headers.get("Location") ?? "";
/** The Cookie header after it. */
export const cookieAfter = (response: Response): string =>
  cookieOf(response.headers.get("Set-Cookie"));

export const signIn = (
  { post }: Doorstep,
  { email = EMAIL, password = PASSWORD, next = "", ...sent }: Partial<SignIn> & Sent = {},
) => post("/sign-in", { email, password, next }, sent);
type SignIn = { email: string; password: string; next: string };

/** The link to a new password, as it is mailed. */
export async function aResetLink({ app, post }: Doorstep): Promise<string> {
  await post("/sign-in/forgotten", { email: EMAIL });
  return (await mailsSent(app)).at(-1)?.path ?? "";
}

/** The page for a school's code, and the code as its office was mailed. */
export async function aClaim({ app, post }: Doorstep): Promise<{ path: string; code: string }> {
  const school = await aSchool(app);
  const asked = await post(`/claim/${school.urn}`, { name: NEW_PERSON.name });
  return { path: placeOf(asked), code: (await mailsSent(app)).at(-1)?.code ?? "" };
}

/** The link of an invitation to somebody new, from a head. */
export async function anInvitationLink(
  { app }: Doorstep,
  over: Partial<typeof NEW_PERSON> = {},
): Promise<string> {
  const school = await aSchool(app);
  const head = await anAccount(app, { email: `head@${school.urn}.example` });
  const grant = await aGrant(app, { userId: head.userId, role: "head", schoolId: school.id });
  const days = { from: "", to: "", signingTitle: "", questionnaireKey: "" };
  const fields = { ...NEW_PERSON, ...over, role: "contributor", ...days };
  const actor = { ...head, grants: [grant] };
  const sent = await inviteToSchool(app, actor, { urn: school.urn, fields });
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem));
  return `/invitation/${await lastSecret(app)}`;
}

/** A browser in which the person, who has an authenticator app, has given the password. */
export async function halfway(doorstep: Doorstep, sent: Sent & { next?: string } = {}) {
  const { app, userId } = doorstep;
  const recoveryCodes = await anAuthenticator(app, userId);
  const entered = await signIn(doorstep, sent);
  return { cookie: cookieAfter(entered), entered, recoveryCodes, code: await codeOf(app, userId) };
}

/** A session that somebody else planted in the person's browser: the Cookie header. */
export const aPlantedSession = ({ app, userId }: Doorstep): Promise<string> =>
  aSession(app, userId);
