import type { SupportView } from "~/services/support/support-views";
import { Icon } from "../../icon";
import type { IconName } from "../../icon-paths";

const ICONS: Record<SupportView["kind"], IconName> = {
  course: "calendar",
  contact: "person",
  template: "document",
  school: "speech",
};

/** The help available for a statement: courses with dates and places, contacts, templates, schools that share. */
export function SupportList({ entries }: { entries: readonly SupportView[] }) {
  return (
    <ul className="ir-support-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Icon name={ICONS[entry.kind]} />
          <div>
            <Title entry={entry} />
            {entry.dates.map((date) => (
              <span className="ir-support-date" key={date}>
                {date}
              </span>
            ))}
            {entry.practice.map((text) => (
              <span className="ir-support-date" key={text}>
                “{text}”
              </span>
            ))}
            <Ways entry={entry} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A template is its own link; elsewhere the link says how to book. */
function Title({ entry: { kind, title, link, schoolName } }: { entry: SupportView }) {
  if (kind === "template" && link !== null) return <a href={link}>{title}</a>;
  return <span>{schoolName === null ? title : `${schoolName}: ${title}`}</span>;
}

function Ways({ entry }: { entry: SupportView }) {
  const { kind, about, booking, link, email, telephone, title } = entry;
  const words = booking === "" ? "More about this" : booking;
  const isLinked = link !== null && kind !== "template";
  const isNothing = !isLinked && [about, booking, email, telephone].every((part) => !part);
  if (isNothing) return null;
  return (
    <span className="ir-support-ways">
      {about === "" ? null : <span>{about}</span>}
      {isLinked ? (
        <a href={link}>
          {words}
          <span className="govuk-visually-hidden">: {title}</span>
        </a>
      ) : booking === "" ? null : (
        <span>{booking}</span>
      )}
      {email === null ? null : <a href={`mailto:${email}`}>{email}</a>}
      {telephone === null ? null : (
        <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</a>
      )}
    </span>
  );
}
