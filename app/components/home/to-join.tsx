import type { SchoolHomeView } from "~/services/home/views";
import { RecordList } from "../record-list";

type Props = { urn: string; rounds: SchoolHomeView["toJoin"] };

/** Schemes that the school may join when it likes. Nothing where there is none. */
export function ToJoin({ urn, rounds }: Props) {
  if (rounds.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="to-join">
      <h2 className="ir-h2" id="to-join">
        Offered to your school
      </h2>
      <RecordList
        rows={rounds.map(({ roundId, title, organisationName }) => ({
          key: roundId,
          title: `Join ${title}`,
          to: `/schools/${urn}/join/${roundId}`,
          note: `From ${organisationName}. Joining is up to you, and nobody is late`,
          icon: "calendar",
        }))}
      />
    </section>
  );
}
