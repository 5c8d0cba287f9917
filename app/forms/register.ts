import { GROUP_KINDS, type GroupKind } from "~/domain/register/group-kinds";
import type { TypedGroup } from "~/domain/register/read-group";
import { STANDINGS, type SchoolsFilter } from "~/domain/register/filter-schools";
import { SHOWN } from "~/domain/register/compared";
import { z } from "~/domain/zod";

/** Which part of an import is looked at; anything unreadable is as if it were not said. */
const ShownSchema = z.object({
  show: z.enum(SHOWN).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});

export function readShown(query: URLSearchParams) {
  return ShownSchema.parse({ show: query.get("show"), page: query.get("page") ?? 1 });
}

const FilterSchema = z.object({
  search: z.string().trim().max(80).catch(""),
  group: z.string().min(1).max(80).nullable().catch(null),
  standing: z.enum(STANDINGS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});

/** What an address of the list of schools asks for. */
export function readSchoolsFilter(query: URLSearchParams): SchoolsFilter {
  return FilterSchema.parse({
    search: query.get("search") ?? "",
    group: query.get("group"),
    standing: query.get("standing"),
    page: query.get("page") ?? 1,
  });
}

/** The address of the list with a filter. */
export function schoolsAddress(
  key: string,
  { search, group, standing, page }: SchoolsFilter,
): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("search", search);
  if (group !== null) query.set("group", group);
  if (standing !== null) query.set("standing", standing);
  if (page > 1) query.set("page", String(page));
  const asked = query.toString();
  return `/organisations/${key}/schools${asked === "" ? "" : `?${asked}`}`;
}

const KindSchema = z.enum(GROUP_KINDS).catch("community");
const VersionSchema = z.coerce.number().int().catch(0);

/** A group as a form sends it; `version` is the one it was changed from. */
export function readGroupForm(form: FormData): {
  kind: GroupKind;
  version: number;
  remove: boolean;
  typed: TypedGroup;
} {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 200_000) : "";
  };
  const rules = form.getAll("rules").filter((rule) => typeof rule === "string");
  return {
    kind: KindSchema.parse(form.get("kind")),
    version: VersionSchema.parse(form.get("version")),
    remove: form.get("intent") === "remove",
    typed: { name: text("name"), urns: text("urns"), rules },
  };
}
