import type { Actor } from "~/domain/policy/actor";
import type { LikelyName } from "~/domain/people/names-guard";
import type { ViewProblem } from "~/domain/visit/combine";
import type { Clash, Sent } from "~/domain/visit/three-way";
import type { PointProblem } from "~/domain/visit/three-oclock";
import type { NoteKind } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { LoadedVisit } from "./load-visit.server";

/** Which button was pressed. Whatever it is, what was typed on the page is saved first. */
export type CombineAct =
  | { do: "save" }
  | { do: "up" | "down" | "take-out"; pointId: string }
  | { do: "add-note"; noteId: string }
  | { do: "add"; kind: NoteKind; key: string; text: string }
  /** `shown`: the ids of the points as they stood on the page, in their order. */
  | { do: "draft"; said: boolean; shown: readonly string[] };

export type CombineProblem =
  | ({ of: "view" } & (ViewProblem | { key: string; code: "not-agreed" }))
  | ({ of: "point" } & (PointProblem | { id: string; code: "names"; names: readonly LikelyName[] }))
  | { of: "new"; code: "names"; names: readonly LikelyName[] }
  | { of: "new"; code: "empty" | "too-long" | "upn" | "too-many" | "not-in-focus" }
  | { of: "draft"; code: "not-said" | "changed-since" | "views-awaited" | "day-to-come" };

export type CombineRefusal = { problems: CombineProblem[]; clashes: Clash[] };

export type SaveCombineInput = {
  visitId: string;
  /** Boxes named `C3.view`, `C3.reason`, `<point>.text`, `<point>.kind`, `<point>.key`. */
  sent: ReadonlyMap<string, Sent>;
  act: CombineAct;
  /** The writer has said that no box names a child. */
  namesConfirmed?: boolean;
};

/** What the parts of a save share, inside its transaction. */
export type Combining = SaveCombineInput & {
  app: App;
  actor: Actor;
  loaded: LoadedVisit;
  focus: readonly string[];
  at: Date;
};

export const refusedAs = (...problems: CombineProblem[]): CombineRefusal => ({
  problems,
  clashes: [],
});

/** A button for something that is not on the page any more. */
export const gone = (): never => {
  throw new AppError("conflict", { problem: "gone" });
};
