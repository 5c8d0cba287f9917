import type { ActionFunctionArgs } from "@remix-run/node";
import { aContext } from "~tests/support/accounts";
import type { TestApp } from "~tests/support/test-app";

/** What a route answered, whether it returned or threw. `data` is null for a bare Response. */
export type Answer = { status: number; headers: Headers; data: unknown };

type Handler = (args: ActionFunctionArgs) => unknown;

type Asked = { request: Request; params: Record<string, string> };

/** Calls a loader or an action as the server would, with the parts of its address where it has any. */
export async function askRoute(
  handler: Handler,
  app: TestApp,
  asked: Request | Asked,
): Promise<Answer> {
  const { request, params } = asked instanceof Request ? { request: asked, params: {} } : asked;
  const args = { request, context: aContext(app), params };
  try {
    return answerOf(await handler(args));
  } catch (thrown) {
    if (thrown instanceof Response) return answerOf(thrown);
    throw thrown;
  }
}

function answerOf(result: unknown): Answer {
  if (result instanceof Response) {
    return { status: result.status, headers: result.headers, data: null };
  }
  if (isWithInit(result)) {
    const { status = 200, headers } = result.init ?? {};
    return { status, headers: new Headers(headers), data: result.data };
  }
  return { status: 200, headers: new Headers(), data: result };
}

type WithInit = { data: unknown; init: ResponseInit | null };

function isWithInit(result: unknown): result is WithInit {
  return typeof result === "object" && result !== null && "data" in result && "init" in result;
}
