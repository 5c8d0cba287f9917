import { RING_LIMITS } from "~/domain/chasing/monday-list";
import { composedText } from "~/domain/composed-text";
import { readEmail } from "~/domain/people/person-fields";
import { ok, refused, type Result } from "~/domain/result";

/** What a manager may change of an organisation. Null: nothing of its own, so what the service says counts. */
export type OrganisationSettings = {
  name: string;
  /** The word before "expectation": "Kent". */
  shortName: string;
  /** A person or a team. */
  contactName: string;
  contactEmail: string;
  telephone: string | null;
  /** Whether everybody reads the contact on the sign-in page. */
  contactOnSignIn: boolean;
  headDeclaration: string | null;
  governorDeclaration: string | null;
  /** Percent of staff trained that is asked for. */
  trainingThreshold: number | null;
  /** Whether a self-review below it can be signed: false, it is only shown. */
  trainingGate: boolean;
  /** Working days within which a signed return is answered. */
  replyDays: number | null;
  /** Schools the list of whom to ring offers at most. */
  ringAtMost: number | null;
};

/** The parts that are changed together, each on a page of its own. */
export const SETTINGS_GROUPS = {
  contact: ["name", "shortName", "contactName", "contactEmail", "telephone", "contactOnSignIn"],
  declarations: ["headDeclaration", "governorDeclaration"],
  figures: ["trainingThreshold", "trainingGate", "replyDays"],
  chasing: ["ringAtMost"],
} as const satisfies Record<string, readonly (keyof OrganisationSettings)[]>;

export type SettingsGroup = keyof typeof SETTINGS_GROUPS;
export type SettingsField = keyof OrganisationSettings;

/** A form of one group as typed: text of each of its fields. */
export type TypedSettings = Partial<Record<SettingsField, string>>;
export type SettingsProblem = { field: SettingsField; message: string };

export const DECLARATION_MIN = 20;
export const DECLARATION_MAX = 600;
const MOST_REPLY_DAYS = 60;

type Reading = Result<Partial<OrganisationSettings>, SettingsProblem[]>;

/** Reads one group as typed; every problem is told, each at its field. */
export function judgeSettings(group: SettingsGroup, typed: TypedSettings): Reading {
  const read = SETTINGS_GROUPS[group].map((field) => ({
    field,
    read: READERS[field](typed[field] ?? ""),
  }));
  const problems: SettingsProblem[] = read.flatMap(({ field, read: one }) =>
    one.ok ? [] : [{ field, message: one.problem }],
  );
  if (problems.length > 0) return refused(problems);
  const settings: Partial<OrganisationSettings> = Object.fromEntries(
    read.map(({ field, read: one }) => [field, one.ok ? one.value : null]),
  );
  return withGate(settings);
}

/** A share that is needed has to be some share. */
function withGate(settings: Partial<OrganisationSettings>): Reading {
  if (settings.trainingGate !== true || settings.trainingThreshold !== null) return ok(settings);
  const message = "Enter the share that is needed, or choose that it is only shown";
  return refused([{ field: "trainingThreshold", message }]);
}

type Reader = (typed: string) => Result<string | number | boolean | null, string>;

const plain = (typed: string): string => composedText(typed).replace(/\s+/g, " ").trim();

const words =
  (most: number, message: string): Reader =>
  (typed) => {
    const text = plain(typed);
    const isFit = text !== "" && text.length <= most && /\p{L}/u.test(text);
    return isFit ? ok(text) : refused(message);
  };

const whole =
  (most: number, message: string): Reader =>
  (typed) => {
    const text = typed.replace(/[\s%]/g, "");
    if (text === "") return ok(null);
    const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    return number >= 1 && number <= most ? ok(number) : refused(message);
  };

const declaration: Reader = (typed) => {
  const text = plain(typed);
  if (text === "") return ok(null);
  const isFit = text.length >= DECLARATION_MIN && text.length <= DECLARATION_MAX;
  return isFit ? ok(text) : refused("Write between 20 and 600 characters, or leave it empty");
};

function readEmailText(typed: string): Result<string, string> {
  const email = readEmail(typed);
  return email === null
    ? refused("Enter an e-mail address, like inclusion@council.example")
    : ok(email);
}

function readTelephone(typed: string): Result<string | null, string> {
  const text = plain(typed);
  if (text === "") return ok(null);
  const digits = text.replace(/\D/g, "").length;
  const isFit = /^\+?[\d ()-]+$/.test(text) && digits >= 6 && digits <= 15 && text.length <= 24;
  return isFit ? ok(text) : refused("Enter a telephone number, like 01632 960127");
}

const READERS: Record<SettingsField, Reader> = {
  name: words(120, "Enter the organisation’s name, of 120 characters or fewer"),
  shortName: words(30, "Enter a short name, of 30 characters or fewer, like Kent"),
  contactName: words(80, "Enter a person or a team, of 80 characters or fewer"),
  contactEmail: readEmailText,
  telephone: readTelephone,
  contactOnSignIn: (typed) => ok(typed === "yes"),
  headDeclaration: declaration,
  governorDeclaration: declaration,
  trainingThreshold: whole(100, "Enter a share from 1 to 100, or leave it empty"),
  trainingGate: (typed) => ok(typed === "yes"),
  replyDays: whole(MOST_REPLY_DAYS, "Enter a number of days from 1 to 60, or leave it empty"),
  ringAtMost: whole(RING_LIMITS.most, "Enter a number of schools from 1 to 50, or leave it empty"),
};

/** Stored settings as the boxes of a form hold them. */
export function typedOf(group: SettingsGroup, settings: OrganisationSettings): TypedSettings {
  return Object.fromEntries(
    SETTINGS_GROUPS[group].map((field) => [field, textOf(settings[field])]),
  );
}

function textOf(value: string | number | boolean | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null ? "" : String(value);
}

/** Which fields of a change differ from what stands. */
export function changedFields(
  stands: OrganisationSettings,
  change: Partial<OrganisationSettings>,
): SettingsField[] {
  const fields: SettingsField[] = [
    ...SETTINGS_GROUPS.contact,
    ...SETTINGS_GROUPS.declarations,
    ...SETTINGS_GROUPS.figures,
    ...SETTINGS_GROUPS.chasing,
  ];
  return fields.filter((field) => field in change && change[field] !== stands[field]);
}
