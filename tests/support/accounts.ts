import { argon2Passwords, type Passwords } from "~/auth/password.server";
import { startSession } from "~/auth/session.server";
import type { Actor } from "~/domain/policy/actor";
import type { RequestContext } from "~/platform/load-context";
import { aUser } from "./factories/people";
import type { TestApp } from "./test-app";

export const PASSWORD = "slow green kettle";

type AccountOptions = {
  email?: string;
  name?: string;
  /** Null: the person cannot sign in with a password. */
  password?: string | null;
  disabled?: boolean;
  passwords?: Passwords;
};

/** A person in the database, with `PASSWORD` unless told otherwise. The answer is the actor without grants. */
export async function anAccount(app: TestApp, options: AccountOptions = {}): Promise<Actor> {
  const { password = PASSWORD, passwords = argon2Passwords, disabled = false } = options;
  const user = await aUser(app, {
    email: options.email ?? "Priya.Shah@marsh-lane.example",
    name: options.name ?? "Priya Shah",
    passwordHash: password === null ? null : await passwords.hash(password),
    disabledAt: disabled ? app.clock.now() : null,
  });
  return { userId: user.id, name: user.name, email: user.email, grants: [] };
}

/** What one request is given. Each request has its own. */
export function aContext(app: TestApp, clientIp = "192.0.2.1"): RequestContext {
  return { app, cspNonce: "nonce", requestId: "request", clientIp };
}

/**
 * Signs a person in as the browser would be, with a second factor unless told otherwise. The answer is the Cookie
 * header to send.
 */
export async function aSession(
  app: TestApp,
  userId: string,
  { secondFactor = true }: { secondFactor?: boolean } = {},
): Promise<string> {
  const request = new Request("http://127.0.0.1:3000/sign-in");
  return cookieOf(await startSession(request, aContext(app), { userId, secondFactor }));
}

/** The Cookie header a browser sends after a Set-Cookie line. */
export function cookieOf(setCookie: string | null): string {
  return setCookie?.split(";", 1)[0] ?? "";
}

/** A request for one of our pages, with a cookie where given. */
export function aRequest(path: string, cookie = "", init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  if (cookie !== "") headers.set("Cookie", cookie);
  return new Request(`http://127.0.0.1:3000${path}`, { ...init, headers });
}

/** A form posted by a browser without JavaScript. */
export function aPost(path: string, fields: Record<string, string>, cookie = ""): Request {
  return aRequest(path, cookie, { method: "POST", body: new URLSearchParams(fields) });
}

/** Counts the hashing and checking, and is quick: it stores the text itself behind a mark. */
export function countingPasswords(): Passwords & { verified: string[]; hashed: number } {
  const passwords = {
    verified: [] as string[],
    hashed: 0,
    hash: (password: string) => {
      passwords.hashed += 1;
      return Promise.resolve(`plain:${password}`);
    },
    verify: (stored: string, password: string) => {
      passwords.verified.push(stored);
      return Promise.resolve(stored === `plain:${password}`);
    },
  };
  return passwords;
}
