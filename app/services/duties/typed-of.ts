import { formatDate } from "~/domain/calendar/format";
import type { Duty } from "~/domain/questionnaire/duties";
import type { TypedDuty } from "~/domain/questionnaire/typed-duty";

/** A duty as its form shows it. */
export function typedOf({
  itemKey,
  kind,
  source,
  validFrom,
  validTo,
  types,
  checked,
}: Duty): TypedDuty {
  return {
    statement: itemKey,
    kind,
    source,
    from: validFrom === null ? "" : formatDate(validFrom),
    to: validTo === null ? "" : formatDate(validTo),
    types,
    checked: checked ? "yes" : "",
  };
}
