import type { DutiesView } from "~/services/answering/views";
import { reviewPath } from "../answering/review-path";
import { Page } from "../page";
import { dutyCountLine } from "./duty-counts";
import { ChangedDuties } from "./changed-duties";
import { DutyEntry } from "./duty-entry";

/** Every statement with a duty in force, what the school answered, and what it will do about it. */
export function DutiesPage({ view }: { view: DutiesView }) {
  const { response, duties } = view;
  const legal = duties.filter(({ kind }) => kind === "must");
  const other = duties.filter(({ kind }) => kind !== "must");
  const groups = [
    { title: "Legal duties", lines: legal },
    { title: `National guidance and ${response.owner.label} expectations`, lines: other },
  ];
  return (
    <Page
      template="thing"
      title="Legal duties"
      caption={response.title}
      back={{ to: reviewPath(response), label: response.title }}
      lede="What the law asks of your school, with your own answer beside it. It stands apart from the levels and never holds one back."
    >
      <ChangedDuties view={view} />
      <p className="ir-body ir-strong">{dutyCountLine(duties)}</p>
      {groups.map(({ title, lines }) =>
        lines.length === 0 ? null : (
          <section className="ir-section" key={title}>
            <h2 className="ir-h2">{title}</h2>
            <div className="ir-card ir-card-list">
              {lines.map((line) => (
                <DutyEntry key={line.statement.key} line={line} response={response} />
              ))}
            </div>
          </section>
        ),
      )}
    </Page>
  );
}
