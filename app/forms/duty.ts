import type { TypedDuty } from "~/domain/questionnaire/typed-duty";
import { fieldOf } from "./invitation";

/** A duty as typed. Its rules stand in app/domain/questionnaire/typed-duty.ts. */
export function readDuty(form: FormData): TypedDuty {
  return {
    statement: fieldOf(form, "statement"),
    kind: fieldOf(form, "kind"),
    source: fieldOf(form, "source"),
    from: fieldOf(form, "from"),
    to: fieldOf(form, "to"),
    types: form.getAll("types").filter((one) => typeof one === "string"),
    checked: fieldOf(form, "checked"),
  };
}
