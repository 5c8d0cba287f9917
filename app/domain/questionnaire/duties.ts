import { overlaps } from "~/domain/questionnaire/applicability";
import {
  DUTY_KINDS,
  type Definition,
  type DutyKind,
  type SchoolType,
} from "~/domain/questionnaire/definition";

/**
 * A dated duty tied to a statement, outside the immutable definition (design.md section 2). Days are
 * "YYYY-MM-DD", both included; null: no known beginning or end. `types` empty: every type of school.
 */
export type Duty = {
  id: string;
  itemKey: string;
  kind: DutyKind;
  source: string;
  validFrom: string | null;
  validTo: string | null;
  types: readonly SchoolType[];
  checked: boolean;
};

/** The question asked when a legal duty is answered Partly or No (look/README.md section 5). */
export const DUTY_QUESTION = "What is missing, and by when?";

type When = { today: string; types: readonly SchoolType[] };

/**
 * Duties of one statement in force on a day for a type of school: legal duties first, then national guidance,
 * then the owner's own expectations, each in the order given. An unknown type of school is shown all of them.
 */
export function dutiesInForce(
  duties: readonly Duty[],
  { itemKey, today, types }: When & { itemKey: string },
): Duty[] {
  return DUTY_KINDS.flatMap((kind) =>
    duties.filter(
      (duty) => duty.kind === kind && duty.itemKey === itemKey && inForce(duty, { today, types }),
    ),
  );
}

/** Whether a duty binds a school of these types on a day. */
export function inForce(duty: Duty, { today, types }: When): boolean {
  const begun = duty.validFrom === null || duty.validFrom <= today;
  const notOver = duty.validTo === null || today <= duty.validTo;
  return begun && notOver && overlaps(duty.types, types);
}

/** Duties in force by statement key; statements without any are not in the map. */
export function dutiesByItem(duties: readonly Duty[], when: When): Map<string, Duty[]> {
  const keys = new Set(duties.map((duty) => duty.itemKey));
  return new Map(
    [...keys]
      .map((itemKey) => [itemKey, dutiesInForce(duties, { itemKey, ...when })] as const)
      .filter(([, found]) => found.length > 0),
  );
}

/** The duties a template brings, to be made into rows at import. Ids are given by the service. */
export function templateDuties(definition: Definition): Omit<Duty, "id">[] {
  return definition.sections
    .flatMap((section) => section.items)
    .flatMap((item) =>
      item.duties.map(({ from, to, ...duty }) => ({
        ...duty,
        itemKey: item.key,
        validFrom: from,
        validTo: to,
      })),
    );
}
