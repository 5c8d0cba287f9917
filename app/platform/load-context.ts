import type { AppLoadContext } from "@remix-run/node";
import type { App } from "./app.server";

declare module "@remix-run/node" {
  // Module augmentation needs interfaces: a type cannot be merged.
  interface AppLoadContext {
    app: App;
    /** The nonce of this answer's Content-Security-Policy; scripts carry it. */
    cspNonce: string;
    /** In every log line of this request, and on the 500 page. */
    requestId: string;
    /** The address of the caller, behind TRUST_PROXY proxies; rate limits count by it. */
    clientIp: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

/** What the server gives every loader and action. */
export type RequestContext = Pick<AppLoadContext, "app" | "cspNonce" | "requestId" | "clientIp">;
