import { formatDate, formatDateTime } from "~/domain/calendar/format";
import type { ConnectedView } from "~/services/account/manage-single-sign-on.server";
import type { Ways } from "~/services/account/prove-again.server";
import { ProofForm } from "./proof-form";
import type { ProofErrors } from "./proof-words";

type Props = {
  account: ConnectedView;
  ways: Ways;
  mayDisconnect: boolean;
  errors: ProofErrors;
};

/** An account elsewhere that opens this one. */
export function ConnectedAccount({ account, ways, mayDisconnect, errors }: Props) {
  const { key, name, label, connectedAt, lastUsedAt, workplace } = account;
  return (
    <section className="ir-section" aria-labelledby={`heading-${key}`}>
      <h2 className="ir-h2" id={`heading-${key}`} tabIndex={-1}>
        {name}
      </h2>
      <p className="ir-body">
        Connected {formatDate(connectedAt)}
        {label === null ? "" : ` as ${label}`}.{" "}
        {lastUsedAt === null ? "Not used yet." : `Last used ${formatDateTime(lastUsedAt)}.`}
      </p>
      {workplace === null ? null : <Workplace name={name} workplace={workplace} />}
      {mayDisconnect ? (
        <ProofForm
          intent="disconnect"
          provider={key}
          label={`Disconnect ${name}`}
          ways={ways}
          errors={errors}
        />
      ) : (
        <p className="ir-body">
          It is the only way into your account, so it cannot be disconnected.
        </p>
      )}
    </section>
  );
}

type WorkplaceProps = { name: string; workplace: NonNullable<ConnectedView["workplace"]> };

/** What a provider says of the place of work; roles here come from the school alone (decision 14). */
function Workplace({ name, workplace }: WorkplaceProps) {
  const { name: school, roles, hasRoleHere } = workplace;
  return (
    <>
      <p className="ir-body">
        {name} says you are at {school}
        {roles.length === 0 ? "" : `, as ${roles.join(", ")}`}.
      </p>
      {hasRoleHere ? null : (
        <p className="ir-body">
          Your school has not given you a role here yet: ask the head to invite you.
        </p>
      )}
    </>
  );
}
