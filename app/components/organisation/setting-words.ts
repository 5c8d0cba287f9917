import type { SettingsField, SettingsGroup } from "~/domain/organisation/settings";

/** What each setting is called. */
export const SETTING_LABELS: Record<SettingsField, string> = {
  name: "Name",
  shortName: "Short name",
  contactName: "Person or team",
  contactEmail: "E-mail address",
  telephone: "Telephone",
  contactOnSignIn: "Shown on the sign-in page",
  headDeclaration: "Headteacher’s declaration",
  governorDeclaration: "Governor’s declaration",
  trainingThreshold: "Share of staff trained, in percent",
  trainingGate: "Below the share, a self-review can",
  replyDays: "Working days for a reply",
  ringAtMost: "Schools to ring, at most",
};

export const GROUP_TITLES: Record<SettingsGroup, string> = {
  contact: "Name and contact",
  declarations: "Declarations",
  figures: "Figures of new rounds",
  chasing: "The list of whom to ring",
};

/** A stored or typed value in words. */
export function settingWords(field: SettingsField, text: string): string {
  if (field === "trainingGate") return text === "yes" ? "not be signed" : "be signed all the same";
  if (field === "contactOnSignIn") return text === "yes" ? "Yes" : "No";
  return text === "" ? "Nothing of your own" : text;
}
