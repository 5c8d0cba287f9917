import type { Role } from "../../app/domain/policy/actor";

/** Organisations of the demonstration. Kent and NHS Kent and Medway are real names; the trust is invented. */
export const DEMO_ORGANISATIONS = [
  {
    key: "kent",
    kind: "authority",
    name: "Kent County Council",
    shortName: "Kent",
    contactName: "Inclusion team",
    contactEmail: "inclusion@kent.demo.test",
  },
  {
    key: "nhs-kent-medway",
    kind: "health",
    name: "NHS Kent and Medway",
    shortName: "NHS",
    contactName: "Asthma Friendly Schools team",
    contactEmail: "asthma@nhs.demo.test",
  },
  {
    key: "samphire-trust",
    kind: "trust",
    name: "Samphire Learning Trust (invented)",
    shortName: "Trust",
    contactName: "Trust office",
    contactEmail: "office@samphire.demo.test",
  },
] as const;

export type DemoOrganisationKey = (typeof DEMO_ORGANISATIONS)[number]["key"];

/** The school most demonstration people work in, and the second headteacher's. */
export const FIRST_SCHOOL = "118534";
export const SECOND_SCHOOL = "141766";
/** Home schools of the reviewers whose accounts can be tried. */
const REVIEWER_SCHOOLS = ["118696", "118697", "118405"] as const;
/** Two schools that the invented trust covers. */
export const TRUST_SCHOOLS = [SECOND_SCHOOL, "143220"];

type DemoGrant = {
  role: Role;
  urn?: string;
  organisation?: DemoOrganisationKey;
  questionnaireKey?: string;
  signingTitle?: string;
  /** Of an officer. */
  districts?: readonly string[];
};
export type DemoPerson = { email: string; name: string; grants: DemoGrant[] };

/** Every name here is invented. */
export const DEMO_PEOPLE: DemoPerson[] = [
  {
    email: "head@demo.test",
    name: "Margaret Ellis",
    grants: [{ role: "head", urn: FIRST_SCHOOL, signingTitle: "headteacher" }],
  },
  {
    email: "senco@demo.test",
    name: "Priya Nair",
    grants: [{ role: "coordinator", urn: FIRST_SCHOOL, signingTitle: "SENCO" }],
  },
  {
    email: "colleague@demo.test",
    name: "Tom Okafor",
    grants: [{ role: "contributor", urn: FIRST_SCHOOL }],
  },
  {
    email: "governor@demo.test",
    name: "Joan Whitfield",
    grants: [{ role: "governor", urn: FIRST_SCHOOL, signingTitle: "link governor" }],
  },
  {
    email: "head2@demo.test",
    name: "Siân Ŵyn-Price",
    grants: [{ role: "head", urn: SECOND_SCHOOL, signingTitle: "headteacher" }],
  },
  {
    email: "reviewer@demo.test",
    name: "Ruth Adeyemi",
    grants: [
      { role: "reviewer", organisation: "kent" },
      { role: "head", urn: REVIEWER_SCHOOLS[0], signingTitle: "headteacher" },
    ],
  },
  {
    email: "reviewer1@demo.test",
    name: "Marianne Coyle",
    grants: [
      { role: "reviewer", organisation: "kent" },
      { role: "head", urn: REVIEWER_SCHOOLS[2], signingTitle: "headteacher" },
    ],
  },
  {
    email: "reviewer2@demo.test",
    name: "Łukasz Nowak",
    grants: [
      { role: "reviewer", organisation: "kent" },
      { role: "head", urn: REVIEWER_SCHOOLS[1], signingTitle: "headteacher" },
    ],
  },
  {
    email: "officer@demo.test",
    name: "Hannah Osei",
    grants: [{ role: "officer", organisation: "kent", districts: ["Dover", "Thanet"] }],
  },
  {
    email: "officer2@demo.test",
    name: "Kofi Mensah",
    grants: [{ role: "officer", organisation: "kent", districts: ["Canterbury", "Swale"] }],
  },
  {
    email: "manager@demo.test",
    name: "Daniel Marsh",
    grants: [{ role: "manager", organisation: "kent" }],
  },
  {
    email: "health@demo.test",
    name: "Dele Bankole",
    grants: [{ role: "manager", organisation: "nhs-kent-medway" }],
  },
];

/** Invented names for headteachers and governors of schools that have signed. */
export const INVENTED_NAMES = [
  "Alison Marr",
  "Ben Okoye",
  "Catrin Ŷstwyth",
  "Deniz Yıldırım",
  "Esther Boateng",
  "Farid Rahmani",
  "Gwen Tudor-Hale",
  "Małgorzata Zając",
  "Ian Prideaux",
  "Jaya Menon",
];
