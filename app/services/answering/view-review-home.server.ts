import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { loadResponse } from "./load-response.server";
import { layoutOf } from "./response-header";
import { viewOnePage } from "./view-one-page.server";
import { viewTaskList } from "./view-task-list.server";
import type { OnePageView, TaskListView } from "./views";

/** The page a self-review opens with: its task list, or all of it where the questionnaire is one page. */
export type ReviewHomeView =
  { layout: "sections"; view: TaskListView } | { layout: "one-page"; view: OnePageView };

export async function viewReviewHome(
  app: App,
  actor: Actor,
  input: { urn: string; responseId: string },
): Promise<ReviewHomeView> {
  const { definition } = await loadResponse(app, actor, input);
  return layoutOf(definition) === "one-page"
    ? { layout: "one-page", view: await viewOnePage(app, actor, input) }
    : { layout: "sections", view: await viewTaskList(app, actor, input) };
}
