import type { Contact } from "~/domain/organisation/contact";
import type { App } from "~/platform/app.server";
import { logoView, type LogoView } from "./logo-view";
import { listForSignIn } from "~db/queries/organisation-settings";

/** More would be a list of pictures nobody looks at. */
const MOST = 4;

/** An organisation as everybody sees it on the sign-in page. */
export type SignInOrganisationView = {
  name: string;
  logo: LogoView | null;
  /** Only where its managers chose to show it. */
  contact: Contact | null;
};

/** Organisations that have a logo, or a contact to show to everybody, by name. */
export async function organisationsForSignIn(app: App): Promise<SignInOrganisationView[]> {
  const rows = await listForSignIn(app.db.read);
  const views = rows.map(
    ({ key, name, contactName, contactEmail, telephone, contactOnSignIn, ...logo }) => ({
      name,
      logo: logo.sha256 === null ? null : logoView(key, { ...facts(logo), sha256: logo.sha256 }),
      contact: contactOnSignIn
        ? { organisation: name, name: contactName, email: contactEmail, telephone }
        : null,
    }),
  );
  return views.filter(({ logo, contact }) => logo !== null || contact !== null).slice(0, MOST);
}

type Joined = { width: number | null; height: number | null; alt: string | null };

const facts = ({ width, height, alt }: Joined) => ({
  width: width ?? 0,
  height: height ?? 0,
  alt: alt ?? "",
});
