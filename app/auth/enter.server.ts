import { startHalfSession } from "./half-session.server";
import { startSession, type SessionContext } from "./session.server";

type FirstFactorPassed = {
  userId: string;
  step: "session" | "code" | "set-up";
  /** Whether a second factor was given as well, by a provider believed about it. */
  secondFactor?: boolean;
};

/** Starts what a person has earned by the first factor: a session, or a half-session. The answer is Set-Cookie. */
export async function enter(
  request: Request,
  context: SessionContext,
  { userId, step, secondFactor = false }: FirstFactorPassed,
): Promise<string> {
  if (step === "session") return startSession(request, context, { userId, secondFactor });
  return startHalfSession(request, context, userId);
}
