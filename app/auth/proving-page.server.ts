import { getSession, type SessionContext } from "./session.server";

/** The page on which somebody shows again who they are, in one session: what a proof at their provider is good for. */
export type ProvingPage = {
  /** The stored hash. Empty: there is no session, and no proof. */
  sessionId: string;
  /** The page's path, without its query. */
  purpose: string;
};

export async function provingPage(request: Request, context: SessionContext): Promise<ProvingPage> {
  const session = await getSession(request, context);
  return { sessionId: session?.id ?? "", purpose: new URL(request.url).pathname };
}
