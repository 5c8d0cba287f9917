import {
  DECLARATION_MAX,
  SETTINGS_GROUPS,
  type SettingsGroup,
  type TypedSettings,
} from "~/domain/organisation/settings";

/** Longest text a field gives back; its rules are stricter. */
const MOST = DECLARATION_MAX * 4;

/** One group of settings as typed. Its rules stand in app/domain/organisation/settings.ts. */
export function readSettingsForm(group: SettingsGroup, form: FormData): TypedSettings {
  return Object.fromEntries(
    SETTINGS_GROUPS[group].map((field) => {
      const value = form.get(field);
      return [field, typeof value === "string" ? value.slice(0, MOST) : ""];
    }),
  );
}

/** The group an address names; null where it names none. */
export function readSettingsGroup(name: string | undefined): SettingsGroup | null {
  return GROUPS.find((group) => group === name) ?? null;
}

const GROUPS: readonly SettingsGroup[] = ["contact", "declarations", "figures", "chasing"];

/** The box of the logo's file. */
export const LOGO_FIELD = "file";
