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

/** Schools that a search on a group's page shows at most. */
export const MOST_FOUND = 20;

const FindSchema = z.string().trim().max(80).catch("");

/** Words of the name of a school to put into a group. */
export const readFind = (query: URLSearchParams): string =>
  FindSchema.parse(query.get("find") ?? "");

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
  const strings = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return {
    kind: KindSchema.parse(form.get("kind")),
    version: VersionSchema.parse(form.get("version")),
    remove: form.get("intent") === "remove",
    typed: {
      name: text("name"),
      // Schools that were found and ticked stand with those typed.
      urns: [text("urns"), ...strings("pick").slice(0, MOST_FOUND)].join("\n").trim(),
      rules: strings("rules"),
    },
  };
}

export const GROUPS_FILE_FIELD = "file";
/** Bytes of a file of groups. */
export const GROUPS_FILE_MAX_BYTES = 200 * 1024;

const SeenSchema = z.object({ csv: z.string().catch(""), seen: z.string().max(80).catch("") });

/** A file of groups that was looked through, confirmed. */
export const readSeenGroups = (form: FormData): z.infer<typeof SeenSchema> =>
  SeenSchema.parse({ csv: form.get("csv"), seen: form.get("seen") });
