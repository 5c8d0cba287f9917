import type { ActionFunctionArgs } from "@remix-run/node";
import type { Actor } from "~/domain/policy/actor";
import { addAction } from "~/services/actions/add-action.server";
import type { ActionFields } from "~/domain/action/action-fields";
import { anAnsweringSchool } from "~tests/integration/answering/answering-school";
import { aPost, aRequest, aSession } from "~tests/support/accounts";
import { askRoute } from "../auth/ask-route";

type Params = Record<string, string>;
type Handler = (args: ActionFunctionArgs) => unknown;
type Ask = { as: Actor; params?: Params; path?: string };

/** An action as its form is filled in. */
export const fields = (over: Partial<ActionFields> = {}): ActionFields => ({
  title: "Train every class team in the symbols set",
  whereWeAre: "Three of eight teams use symbols",
  whereWeWant: "Every team uses the same set",
  leadRole: "SENCO",
  term: "2026-27 Term 4",
  priority: "1",
  resourceOrHelp: "Half a training day",
  howWeWillKnow: "Staff survey in Term 5",
  progressNote: "",
  ...over,
});

/** A school whose people ask for pages: `get` and `post` call a route as the server would. */
export async function aSignedInSchool() {
  const place = await anAnsweringSchool();
  const { app, school, senco } = place;
  const withParams = (handler: Handler, params: Params) => (args: ActionFunctionArgs) =>
    handler({ ...args, params: { urn: school.urn, ...params } });
  const get = async (loader: Handler, { as, params = {}, path = "/" }: Ask) => {
    const cookie = await aSession(app, as.userId);
    return askRoute(withParams(loader, params), app, aRequest(path, cookie));
  };
  const post = async (
    action: Handler,
    { as, params = {}, path = "/", form }: Ask & { form: Record<string, string> },
  ) => {
    const cookie = await aSession(app, as.userId);
    return askRoute(withParams(action, params), app, aPost(path, form, cookie));
  };
  const anAction = async (over: Partial<ActionFields> = {}) => {
    const input = { urn: school.urn, origin: null, fields: fields(over) };
    const outcome = await addAction(app, senco, input);
    if (outcome.kind !== "saved") throw new Error("expected the action to be added");
    return outcome.id;
  };
  return { ...place, get, post, anAction };
}
