import type { SignInOrganisationView } from "~/services/organisation/for-sign-in.server";
import { Logo } from "./logo";

type SignInOrganisationsProps = { organisations: readonly SignInOrganisationView[] };

/** Who runs this for schools, and whom to ask where signing in does not work. */
export function SignInOrganisations({ organisations }: SignInOrganisationsProps) {
  if (organisations.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="organisations">
      <h2 className="ir-h3" id="organisations">
        Who runs this for schools
      </h2>
      <ul className="ir-sign-in-organisations">
        {organisations.map((one) => (
          <li className="ir-sign-in-organisation" key={one.name}>
            {one.logo === null ? <strong>{one.name}</strong> : <Logo logo={one.logo} />}
            {one.contact === null ? null : <ContactLine contact={one.contact} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ContactLine({
  contact: { name, email, telephone },
}: {
  contact: NonNullable<SignInOrganisationView["contact"]>;
}) {
  return (
    <p>
      {name}, <a href={`mailto:${email}`}>{email}</a>
      {telephone === null ? null : ", "}
      {telephone === null ? null : (
        <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</a>
      )}
    </p>
  );
}
