import type { Page } from "@playwright/test";
import { formatDate } from "~/domain/calendar/format";
import { expect } from "../support/test";

/** What a file of schools has for each, as the national register writes it. */
export type RegisterLine = { urn: string; name: string; district: string };

const HEADINGS = [
  "URN",
  "LA (code)",
  "LA (name)",
  "EstablishmentName",
  "TypeOfEstablishment (name)",
  "EstablishmentTypeGroup (name)",
  "EstablishmentStatus (name)",
  "PhaseOfEducation (name)",
  "StatutoryLowAge",
  "StatutoryHighAge",
  "DistrictAdministrative (name)",
];
type Authority = { code: string; name: string };

const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map((cell) => `"${cell}"`).join(",")).join("\r\n");
const fileOf = (name: string, text: string) => {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
};

/** A file of schools of one authority, as a manager downloads it from the national register. */
export function registerOf(authority: Authority, schools: readonly RegisterLine[]): string {
  const rest = ["Community school", "Local authority maintained schools", "Open", "Primary"];
  const lines = schools.map(({ urn, name, district }) => {
    return [urn, authority.code, authority.name, name, ...rest, "3", "11", district];
  });
  return csvOf([HEADINGS, ...lines]);
}

type Upload = { key: string; code: string; file: string; names: readonly string[] };

/** A manager says which authority is covered, uploads its schools, looks through them and changes the register. */
export async function uploadSchools(
  manager: Page,
  { key, code, file, names }: Upload,
): Promise<void> {
  await manager.goto(`/organisations/${key}/schools`);
  await manager.getByRole("link", { name: "Bring the register up to date" }).click();
  await manager.getByLabel("Codes of the authorities").fill(code);
  await manager.getByRole("button", { name: "Save the codes" }).click();
  await expect(manager.getByText("The codes are saved.")).toBeVisible();
  await manager.getByLabel(/^File of schools/).setInputFiles(fileOf("gias.csv", file));
  await manager.getByRole("button", { name: "Show what would change" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(/^Look through before/);
  for (const name of names) await expect(manager.getByText(name).first()).toBeVisible();
  await manager.getByRole("button", { name: "Change the register" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("What the file changed");
}

export type Asked = { name: string; email: string; role: string; urn: string };

/** A manager invites people with one spreadsheet, looked through before it is sent. */
export async function inviteMany(manager: Page, key: string, people: readonly Asked[]) {
  await manager.goto(`/organisations/${key}/people/import`);
  const lines = people.map(({ name, email, role, urn }) => [name, email, role, urn]);
  const file = fileOf("people.csv", csvOf([["name", "email", "role", "urn"], ...lines]));
  await manager.getByLabel("Choose the file").setInputFiles(file);
  await manager.getByRole("button", { name: "Show what would be sent" }).click();
  await manager.getByRole("button", { name: `Send ${people.length} invitations` }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("People");
}

type Dates = { first: string; final: string };
export type NewRound = {
  key: string;
  title: string;
  /** The beginning of the questionnaire's label. */
  questionnaire: RegExp;
  /** Null: rolling, each confirmation for a month. */
  dates: Dates | null;
  /** Null: all of it. */
  section: RegExp | null;
  schools: readonly string[];
  /** Where they are, among many. */
  district?: string;
};

/** A manager answers the six questions of a round, checks all of it on one page, and opens it. */
export async function openRound(manager: Page, round: NewRound): Promise<void> {
  await manager.goto(`/organisations/${round.key}/rounds`);
  await manager.getByRole("button", { name: "Prepare a round" }).click();
  await manager.getByRole("radio", { name: round.questionnaire }).check();
  const kind = round.dates === null ? "Schools join when they like" : "It has deadlines";
  await manager.getByRole("radio", { name: kind }).check();
  await manager.getByLabel("What schools read it called").fill(round.title);
  await goOn(manager);
  await chooseSections(manager, round);
  await chooseDates(manager, round);
  await pickSchools(manager, round);
  await manager.getByRole("radio", { name: "The headteacher’s signature is enough" }).check();
  await goOn(manager);
  await manager.getByLabel(/^Message to the schools/).fill("Begin where it is easiest.");
  await goOn(manager);
  const count = round.schools.length === 1 ? "1 school" : `${round.schools.length} schools`;
  await manager.getByRole("button", { name: `Open the round for ${count}` }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(round.title);
}

const goOn = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();

async function chooseSections(manager: Page, { section }: NewRound): Promise<void> {
  const whole = section === null ? "The whole questionnaire" : "The sections ticked below";
  await manager.getByRole("radio", { name: whole }).check();
  if (section !== null) await manager.getByRole("checkbox", { name: section }).check();
  await goOn(manager);
}

/** Where something speaks against the dates they are left as they are. */
async function chooseDates(manager: Page, { dates }: NewRound): Promise<void> {
  await manager.getByLabel("Opens on").fill(formatDate(new Date()));
  if (dates === null) {
    await manager.getByLabel(/^A confirmation holds for/).fill("1");
  } else {
    await manager.getByLabel("First deadline").fill(dates.first);
    await manager.getByLabel("Final deadline").fill(dates.final);
  }
  await goOn(manager);
  const leave = manager.getByRole("link", { name: "Leave the dates as they are" });
  const schools = manager.getByText("Schools picked by hand");
  await expect(leave.or(schools).first()).toBeVisible();
  if (await leave.isVisible()) await leave.click();
}

async function pickSchools(manager: Page, { schools, district }: NewRound): Promise<void> {
  await manager.getByText("Schools picked by hand").click();
  for (const name of schools) {
    const box = manager.getByRole("checkbox", { name, exact: true });
    const places = manager.locator("details details summary").filter({ hasText: district ?? "" });
    if (!(await box.isVisible())) await places.first().click();
    await box.check();
  }
  // Without JavaScript the button counts.
  await manager.getByRole("button", { name: "Count again" }).click();
  const all = manager.getByText(new RegExp(`^${schools.length} of \\d+ schools? chosen$`));
  await expect(all).toBeVisible();
  await goOn(manager);
}
