import { nobody, open, type PageVisit } from "./page-visit";
import { team, waiting } from "./world";

const head = () => team("people").people.head;
const coordinator = () => team("people").people.coordinator;
const governor = () => team("people").people.governor;
const manager = () => waiting().manager;
const held = () => waiting().held;

const school = (rest: string) => () => `/schools/${team("people").urn}/${rest}`;
const kent = (rest: string) => () => `/organisations/kent/${rest}`;

/** Pages about people, invitations and who did what, by their files in app/routes. */
export const PEOPLE_VISITS: Record<string, readonly PageVisit[]> = {
  "claim._index": [
    open("looking for a school", "/claim"),
    open("schools found", "/claim?q=primary"),
    open("no school found", "/claim?q=nowhere+at+all"),
  ],
  "claim.$urn": [
    { shows: "asking for a code", as: nobody, path: () => `/claim/${team("people").urn}` },
  ],
  "claim.code.$claim": [
    open("the code of nobody known", "/claim/code/none"),
    { shows: "the code of someone signed in", as: governor, path: () => "/claim/code/none" },
  ],
  "invitation.$token": [
    { shows: "an invitation to someone new", as: nobody, path: invitation("stranger") },
    { shows: "one to someone known", as: nobody, path: invitation("governor") },
    { shows: "one to accept", as: governor, path: invitation("governor") },
    { shows: "one to somebody else", as: head, path: invitation("governor") },
    { ...open("an invitation of nobody's", "/invitation/nothing"), status: 410 },
  ],
  "organisations.$key.audit._index": [
    { shows: "who did what in Kent", as: manager, path: kent("audit") },
  ],
  "organisations.$key.people._index": [
    { shows: "people of Kent", as: manager, path: kent("people") },
    { shows: "an invitation sent", as: manager, path: kent("people?sent=1") },
    {
      shows: "people of a health organisation",
      as: () => waiting().health,
      path: () => "/organisations/nhs-kent-medway/people",
    },
  ],
  "organisations.$key.people.$grant": [
    {
      shows: "a role in Kent",
      as: manager,
      path: () => kent(`people/${waiting().managerGrant}`)(),
    },
  ],
  "organisations.$key.people.import": [
    { shows: "inviting many", as: manager, path: kent("people/import") },
  ],
  "organisations.$key.people.invite": [
    { shows: "inviting one to Kent", as: manager, path: kent("people/invite") },
  ],
  "organisations.$key.schools._index": [
    { shows: "the schools of Kent", as: manager, path: kent("schools") },
    { shows: "schools found", as: manager, path: kent("schools?search=margate&standing=invited") },
    { shows: "no school found", as: manager, path: kent("schools?search=nowhere") },
  ],
  "organisations.$key.schools.$urn": [
    { shows: "a school of Kent", as: manager, path: kent("schools/118698") },
  ],
  "organisations.$key.schools.groups._index": [
    { shows: "groups of schools", as: manager, path: kent("schools/groups") },
  ],
  "organisations.$key.schools.groups.$group": [
    {
      shows: "a group of schools",
      as: manager,
      path: () => kent(`schools/groups/${waiting().group}`)(),
    },
    {
      shows: "schools found for a group",
      as: manager,
      path: () => kent(`schools/groups/${waiting().group}?find=margate`)(),
    },
  ],
  "organisations.$key.schools.groups.import": [
    { shows: "reading groups in", as: manager, path: kent("schools/groups/import") },
  ],
  "organisations.$key.schools.import._index": [
    { shows: "sending the register", as: manager, path: kent("schools/import") },
  ],
  "organisations.$key.schools.import.$import": [
    {
      shows: "a file to look through",
      as: manager,
      path: () => kent(`schools/import/${waiting().import}?show=changed`)(),
    },
    {
      shows: "what is left out",
      as: manager,
      path: () => kent(`schools/import/${waiting().import}?show=ignored`)(),
    },
  ],
  "organisations.$key.settings._index": [
    { shows: "the settings", as: manager, path: kent("settings") },
    { shows: "settings kept", as: manager, path: kent("settings?kept=1") },
  ],
  "organisations.$key.settings.$group": [
    { shows: "name and contact", as: manager, path: kent("settings/contact") },
    { shows: "declarations", as: manager, path: kent("settings/declarations") },
    { shows: "figures of new rounds", as: manager, path: kent("settings/figures") },
    { shows: "how many schools to ring", as: manager, path: kent("settings/chasing") },
  ],
  "organisations.$key.settings.logo": [
    { shows: "the logo", as: manager, path: kent("settings/logo") },
  ],
  "organisations.$key.retention._index": [
    { shows: "how long Kent keeps things", as: manager, path: kent("retention") },
    { shows: "months that were saved", as: manager, path: kent("retention?saved=1") },
  ],
  "organisations.$key.retention.requests._index": [
    { shows: "answering a request", as: manager, path: kent("retention/requests") },
  ],
  "schools.$urn.take-over": [
    { shows: "the schools before one", as: head, path: school("take-over") },
  ],
  "schools.$urn.retention": [
    { shows: "how long a school keeps its own", as: head, path: school("retention") },
    { shows: "a choice that was saved", as: head, path: school("retention?saved=1") },
  ],
  "people.$person.second-factor": [
    {
      shows: "a colleague's app",
      as: head,
      path: () => `/people/${held().coordinator.userId}/second-factor`,
    },
    {
      shows: "a colleague without an app",
      as: head,
      path: () => `/people/${held().contributor.userId}/second-factor`,
    },
  ],
  "schools.$urn.access": [{ shows: "who has access", as: head, path: school("access") }],
  "schools.$urn.audit._index": [
    { shows: "who did what", as: head, path: school("audit") },
    { shows: "nothing found", as: head, path: school("audit?from=2020-01-01&to=2020-01-02") },
  ],
  "schools.$urn.first-day": [
    { shows: "the first day", as: coordinator, path: school("first-day") },
  ],
  "schools.$urn.team._index": [
    { shows: "the team of a head", as: head, path: school("team") },
    { shows: "the team of a governor", as: governor, path: school("team") },
    { shows: "a school claimed", as: coordinator, path: school("team?claimed=1") },
  ],
  "schools.$urn.team.invite": [
    { shows: "inviting someone", as: head, path: school("team/invite") },
  ],
  "schools.$urn.team.remove.$user": [
    {
      shows: "removing someone",
      as: head,
      path: () => school(`team/remove/${held().contributor.userId}`)(),
    },
  ],
  "schools.$urn.team.roles.$grant": [
    {
      shows: "changing a role",
      as: head,
      path: () => school(`team/roles/${held().contributor.grantId}`)(),
    },
  ],
};

function invitation(name: "stranger" | "governor"): () => string {
  return () => `/invitation/${waiting().invitations[name]}`;
}
