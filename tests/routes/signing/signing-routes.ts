import type { Actor } from "~/domain/policy/actor";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { aSigningSchool } from "~tests/integration/signing/signing-school";
import { askRoute, type Answer } from "../auth/ask-route";

type Handler = Parameters<typeof askRoute>[0];
type Params = Record<string, string>;

/** A school whose answers are complete, and its pages as a signed-in person opens and posts them. */
export async function signingRoutes(options: Parameters<typeof aSigningSchool>[0] = {}) {
  const place = await aSigningSchool(options);
  const { app, at } = place;
  const params = { urn: at.urn, id: at.responseId };
  const path = `/schools/${at.urn}/self-reviews/${at.responseId}`;
  const get = async (handler: Handler, as: Actor, more: Params = {}): Promise<Answer> => {
    const cookie = await aSession(app, as.userId);
    return askRoute(handler, app, {
      request: aRequest(path, cookie),
      params: { ...params, ...more },
    });
  };
  const post = async (
    handler: Handler,
    as: Actor,
    fields: Record<string, string>,
  ): Promise<Answer> => {
    const cookie = await aSession(app, as.userId);
    return askRoute(handler, app, { request: aPost(path, fields, cookie), params });
  };
  return { ...place, path, params, get, post };
}
