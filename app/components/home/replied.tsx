import type { RepliedView } from "~/services/home/views";
import { formatDate } from "~/domain/calendar/format";
import { RecordList } from "../record-list";
import { repliesPath } from "../replies/reply-paths";

/** Who has replied to a signed return, of the last weeks. Nothing where nobody has. */
export function Replied({ replied, urn }: { replied: readonly RepliedView[]; urn: string }) {
  if (replied.length === 0) return null;
  return (
    <section className="ir-section" aria-labelledby="replied">
      <h2 className="ir-h2" id="replied">
        From your officer
      </h2>
      <RecordList
        rows={replied.map(({ responseId, title, number, at, by }) => ({
          key: `${responseId} ${number}`,
          title: `${by} has replied`,
          to: repliesPath({ urn, id: responseId }),
          note: `${title}, signed copy ${number}, ${formatDate(at)}`,
          icon: "speech",
        }))}
      />
    </section>
  );
}
