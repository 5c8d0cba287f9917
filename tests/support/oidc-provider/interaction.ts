import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { ProviderAccount } from "./accounts";

type Exchange = { req: IncomingMessage; res: ServerResponse };

/** The provider's page to sign in: a form with one field, and a way to go back without. */
export async function answerInteraction(
  provider: Provider,
  accounts: readonly ProviderAccount[],
  { req, res }: Exchange,
): Promise<void> {
  if (req.method !== "POST") {
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.end(PAGE);
    return;
  }
  const form = new URLSearchParams(await bodyOf(req));
  const accountId = form.get("account") ?? "";
  const account = accounts.find(({ id }) => id === accountId);
  const amr = account?.claims["amr"];
  const login = { accountId, ...(Array.isArray(amr) ? { amr: amr.map(String) } : {}) };
  const result =
    form.get("intent") === "cancel" || account === undefined
      ? { error: "access_denied", error_description: "The person went back" }
      : { login };
  await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

const PAGE = `<!doctype html>
<html lang="en"><head><title>The provider of the tests</title></head><body>
<main><h1>Sign in at the provider of the tests</h1>
<form method="post">
<p><label>Account <input name="account" autocomplete="off"></label></p>
<button name="intent" value="sign-in">Sign in here</button>
<button name="intent" value="cancel">Go back</button>
</form></main></body></html>`;

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}
