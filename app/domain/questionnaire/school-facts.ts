import type { Phase, SchoolType } from "~/domain/questionnaire/definition";

/**
 * What Get Information about Schools says of a school. Names are as published and may be blank; phases and
 * types worked out from them are a first suggestion, which the school confirms (design.md section 5).
 */
export type SchoolFacts = {
  typeName: string;
  typeGroup: string;
  phaseName: string;
  lowAge: number | null;
  highAge: number | null;
};

/** The one type a school is taken to be, or that it cannot be told. Tried from top to bottom. */
const TYPE_RULES: readonly (readonly [RegExp, SchoolType])[] = [
  [/non-maintained special|independent special|other independent/, "independent"],
  [/pupil referral|alternative provision/, "pru"],
  [/special/, "special"],
  [/nursery/, "nursery"],
  [/academ|free school|technical college|studio school|city technology/, "academy"],
  [/community|foundation|voluntary|local authority maintained/, "maintained"],
  [/independent/, "independent"],
];

/**
 * The types of a school, for duties and statements that differ by type. One school has one type here, so that a
 * duty on maintained mainstream schools never falls on a maintained special school (domain.md 4.4). Empty when
 * GIAS does not say: then nothing is left out.
 */
export function typesOf(facts: SchoolFacts): SchoolType[] {
  for (const name of [facts.typeName, facts.typeGroup]) {
    const rule = TYPE_RULES.find(([pattern]) => pattern.test(name.toLowerCase()));
    if (rule !== undefined) return [rule[1]];
  }
  return [];
}

/** The phase of the register as people are told it: nothing where it is "Not applicable", as for special schools. */
export const toldPhase = (phaseName: string): string =>
  phaseName === "Not applicable" ? "" : phaseName;

/**
 * The phases of a school (domain.md 4.4 and section 7). Special schools and PRUs have phases of their own,
 * whatever their ages. Where GIAS leaves the phase blank or "Not applicable" the ages speak. Empty when neither
 * does: then nothing is left out until the school says.
 */
export function phasesOf(facts: SchoolFacts): Phase[] {
  const type = facts.typeName.toLowerCase();
  if (type.includes("special") || facts.typeGroup.toLowerCase().includes("special")) return ["SP"];
  if (/pupil referral|alternative provision/.test(type)) return ["AP"];
  return named(facts) ?? byAges(facts);
}

function named(facts: SchoolFacts): Phase[] | null {
  const phase = facts.phaseName
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
  switch (phase) {
    case "nursery":
      return ["EY"];
    case "primary":
    case "middle deemed primary":
      return [...early(facts), "P"];
    case "secondary":
    case "middle deemed secondary":
      return ["S", ...sixthForm(facts)];
    case "all through":
      return [...early(facts), "P", "S", ...sixthForm(facts)];
    case "16 plus":
      return ["16"];
    default:
      return null;
  }
}

/** Ages are the youngest and oldest on roll: 4 to 11 has Reception, 11 to 18 has a sixth form. */
function byAges(facts: SchoolFacts): Phase[] {
  const { lowAge, highAge } = facts;
  if (lowAge === null || highAge === null || highAge === 0) return [];
  const primary: Phase[] = lowAge < 11 && highAge > 5 ? ["P"] : [];
  const secondary: Phase[] = lowAge < 16 && highAge > 11 ? ["S"] : [];
  return [...early(facts), ...primary, ...secondary, ...sixthForm(facts)];
}

function early({ lowAge }: SchoolFacts): Phase[] {
  return lowAge !== null && lowAge <= 4 ? ["EY"] : [];
}

function sixthForm({ highAge }: SchoolFacts): Phase[] {
  return highAge !== null && highAge >= 18 ? ["16"] : [];
}
