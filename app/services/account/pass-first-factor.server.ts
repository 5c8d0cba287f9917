import { grantsWithoutFactor } from "~/auth/grants-without-factor.server";
import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { grantsInForce } from "~db/queries/people";
import { hasAuthenticator } from "~db/queries/second-factors";
import { listKeptText } from "~db/queries/sessions";
import { recordAccountEvent } from "./record-account-event.server";

/** What comes after the first factor: a session, a code of the authenticator app, or setting one up. */
export type NextStep = "session" | "code" | "set-up";

/** `textKept`: whether text from an ended session of theirs waits at /account/kept-text. */
export type FirstFactorPassed = { userId: string; step: NextStep; textKept: boolean };

type FirstFactor = {
  userId: string;
  by: "password" | "single-sign-on";
  /** A provider that is believed about it has said that a second factor was given there. */
  secondFactorProven?: boolean;
};

/**
 * Decides what a person owes who has just shown who they are by one means, and writes the audit row. For step
 * `session` the caller starts a session; for the others a half-session, which leads to nothing but the second
 * step. Whoever has an authenticator app is asked for it; roles for an organisation must have one.
 */
export async function passFirstFactor(
  app: App,
  { userId, by, secondFactorProven = false }: FirstFactor,
): Promise<FirstFactorPassed> {
  const step = secondFactorProven ? "session" : await nextStepOf(app, userId);
  const event = step === "session" ? "account.signed-in" : "account.first-factor-given";
  await recordAccountEvent(app, { event, actorId: userId, subjectId: userId, data: { by } });
  const kept = await listKeptText(app.db.read, { userId, now: app.clock.now() });
  return { userId, step, textKept: kept.length > 0 };
}

async function nextStepOf(app: App, userId: string): Promise<NextStep> {
  const { read } = app.db;
  if (await hasAuthenticator(read, userId)) return "code";
  const grants = await grantsInForce(read, userId, londonDate(app.clock.now()));
  const needs = await grantsWithoutFactor(read, grants);
  return needs.length > 0 ? "set-up" : "session";
}
