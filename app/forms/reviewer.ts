import { PHASES } from "~/domain/questionnaire/definition";
import { REGISTER_SHOWS, type RegisterFilter } from "~/domain/reviewer/filter-register";
import type { TypedEntry } from "~/domain/reviewer/register-entry";
import { fieldOf } from "./invitation";

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === "string");

/** An entry of the register as typed. Its rules stand in app/domain/reviewer/register-entry.ts. */
export function readEntry(form: FormData): TypedEntry {
  return {
    post: fieldOf(form, "post"),
    homeUrn: fieldOf(form, "homeUrn"),
    homeSchoolName: fieldOf(form, "homeSchoolName"),
    homeAuthority: fieldOf(form, "homeAuthority"),
    trustStanding: fieldOf(form, "trustStanding"),
    trustName: fieldOf(form, "trustName"),
    federationName: fieldOf(form, "federationName"),
    phases: textsOf(form, "phases"),
    questionnaireKeys: textsOf(form, "questionnaireKeys"),
    districts: textsOf(form, "districts"),
    accreditedUntil: fieldOf(form, "accreditedUntil"),
    visitsOffered: fieldOf(form, "visitsOffered"),
    mayLead: fieldOf(form, "mayLead"),
  };
}

export const BLANK_ENTRY: TypedEntry = {
  post: "",
  homeUrn: "",
  homeSchoolName: "",
  homeAuthority: "",
  trustStanding: "",
  trustName: "",
  federationName: "",
  phases: [],
  questionnaireKeys: [],
  districts: [],
  accreditedUntil: "",
  visitsOffered: "2",
  mayLead: "",
};

/** What an address of the register asks for. Anything unreadable is as if it were not said. */
export function readRegisterFilter(query: URLSearchParams): RegisterFilter {
  const district = (query.get("district") ?? "").slice(0, 80);
  return {
    shows: REGISTER_SHOWS.find((one) => one === query.get("shows")) ?? "everybody",
    phase: PHASES.find((one) => one === query.get("phase")) ?? null,
    district: district === "" ? null : district,
    name: (query.get("name") ?? "").slice(0, 80),
  };
}

/** The change of a list of interests a button asks for; null when the form does not say. */
export function readInterestChange(
  form: FormData,
): { kind: "add" | "remove"; urn: string } | { kind: "declare" } | null {
  const urn = fieldOf(form, "urn");
  switch (fieldOf(form, "intent")) {
    case "add-interest":
      return { kind: "add", urn };
    case "remove-interest":
      return { kind: "remove", urn };
    case "declare-interests":
      return { kind: "declare" };
    default:
      return null;
  }
}
