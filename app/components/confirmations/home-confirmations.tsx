import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { HomeConfirmationView } from "~/services/confirmations/home-confirmations.server";
import { Panel } from "../panels/panel";

type HomeConfirmationsProps = { confirmations: readonly HomeConfirmationView[]; urn: string };

/** "Confirmed until 12 March 2027" on the school's home, with the way to renew once that is due. */
export function HomeConfirmations({ confirmations, urn }: HomeConfirmationsProps) {
  return confirmations.map((one) => (
    <Panel kind="side" title={one.title} id={`confirmation-${one.id}`} key={one.id}>
      <p>
        <Link to={`/schools/${urn}/confirmations/${one.id}`}>{standingWords(one)}</Link>
        <br />
        <span className="ir-muted">{renewalWords(one)}</span>
      </p>
    </Panel>
  ));
}

/** The same words stand on the asthma page. */
export function standingWords({
  standing,
  endsOn,
}: Pick<HomeConfirmationView, "standing" | "endsOn">): string {
  const day = formatDate(endsOn);
  switch (standing) {
    case "confirmed":
      return `Confirmed until ${day}`;
    case "lapsed":
      return `The confirmation ran out on ${day}`;
    case "superseded":
      return `Renewed, ran until ${day}`;
    case "withdrawn":
      return "The confirmation was withdrawn";
  }
}

function renewalWords({ renewal, mayRenew, organisation }: HomeConfirmationView): string {
  if (renewal === "offered") {
    return mayRenew
      ? "You can renew it now"
      : "The headteacher or the coordinator can renew it now";
  }
  if (renewal === "begun") return "The next one is begun";
  return `By ${organisation}, with a certificate`;
}
