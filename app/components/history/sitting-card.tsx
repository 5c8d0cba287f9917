import { formatDate, formatTime, londonDate } from "~/domain/calendar/format";
import { counted } from "../answering/answer-words";
import { Details } from "../details";
import { Tag } from "../tag";
import type { Compared, ComparedSitting } from "./compared";
import { RestoreButton, type Restoring } from "./restore-button";
import { VersionWords, type PartLabels } from "./version-words";

/** The same for every version of a page. Nothing can be put back where `restoring` is null. */
type Shared = { labels: PartLabels; restoring: Restoring | null };
type SittingCardProps = Shared & { sitting: ComparedSitting };

/** What one person wrote in one go: what it came to, with the saves on the way folded under it. */
export function SittingCard({ sitting, ...shared }: SittingCardProps) {
  const { by, last, others } = sitting;
  const id = `sitting-${last.version.revision}`;
  return (
    <section className="ir-card" aria-labelledby={`${id} ${id}-when`}>
      <h2 className="ir-h3" id={id}>
        {by}
      </h2>
      <p className="ir-hint" id={`${id}-when`}>
        {sittingWords(sitting)}
      </p>
      <Version {...last} {...shared} />
      {others.length === 0 ? null : (
        <Details summary={`${counted(others.length, "earlier save")} of this sitting`}>
          {others.map((one) => (
            <div key={one.version.revision} className="ir-section">
              <h3 className="ir-h3">Saved {formatTime(one.version.savedAt)}</h3>
              <Version {...one} {...shared} />
            </div>
          ))}
        </Details>
      )}
    </section>
  );
}

function Version({ version, before, labels, restoring }: Compared & Shared) {
  return (
    <>
      <VersionWords version={version} before={before} labels={labels} />
      {version.current ? (
        <p>
          <Tag colour="green">What it says now</Tag>
        </p>
      ) : restoring ? (
        <RestoreButton version={version} restoring={restoring} />
      ) : null}
    </>
  );
}

/** "22 November 2026, 20:53 to 21:10". A sitting may go past midnight. */
function sittingWords({ from, to }: ComparedSitting): string {
  const start = `${formatDate(from)}, ${formatTime(from)}`;
  if (londonDate(from) !== londonDate(to))
    return `${start} to ${formatDate(to)}, ${formatTime(to)}`;
  return formatTime(from) === formatTime(to) ? start : `${start} to ${formatTime(to)}`;
}
