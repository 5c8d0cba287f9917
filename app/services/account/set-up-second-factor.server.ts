import type { App } from "~/platform/app.server";
import { hasAuthenticator } from "~db/queries/second-factors";
import { startEnrolment, viewEnrolment, type EnrolmentView } from "./enrol-authenticator.server";

/** A browser that has given the first factor and has to set the second one up. */
type Half = { userId: string; provenAt: Date | null };

/** `done`: the app is set up, and the recovery codes were shown. */
export type SetUpView = { enrolment: EnrolmentView | null; done: boolean };

/** Where setting up stands; null where the person has an app already, whose code is asked for instead. */
export async function viewSetUp(app: App, half: Half): Promise<SetUpView | null> {
  if (half.provenAt !== null) return { enrolment: null, done: true };
  if (await hasAuthenticator(app.db.read, half.userId)) return null;
  return { enrolment: await viewEnrolment(app, half.userId), done: false };
}

/** Makes the secret to put into the app. Does nothing for a person who has an app: the password never replaces it. */
export async function beginSetUp(app: App, half: Half): Promise<void> {
  if (await hasAuthenticator(app.db.read, half.userId)) return;
  await startEnrolment(app, half.userId);
}
