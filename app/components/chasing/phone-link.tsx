import { Icon } from "../icon";
import { telephoneLink } from "./chasing-paths";

/** A number that a telephone dials when it is pressed. */
export function PhoneLink({ telephone }: { telephone: string | null }) {
  if (telephone === null) return <span className="ir-muted">No number in the register</span>;
  return (
    <a className="ir-phone" href={telephoneLink(telephone)}>
      <Icon name="telephone" />
      {telephone}
    </a>
  );
}
