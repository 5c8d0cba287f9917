import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { DutyDeskView, DutyLineView } from "~/services/duties/view-duty-desk.server";
import { ButtonLink } from "../button";
import { DutyTag } from "../duty-tag";
import { ItemCode } from "../item-code";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { dutyPath } from "./duty-paths";
import { typesWords } from "./type-words";

type Props = { view: DutyDeskView; told: string | null; whoCanSee: readonly string[] };

/** Every duty of a questionnaire, by statement, with its dates. */
export function DutyDeskPage({ view, told, whoCanSee }: Props) {
  const { organisation, questionnaire, statements } = view;
  const at = (duty: string) => dutyPath(organisation.key, questionnaire.key, duty);
  return (
    <Page
      title="Duties"
      caption={questionnaire.title}
      back={{ to: `/organisations/${organisation.key}/support`, label: "Help available" }}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede="What the law, national guidance or your own expectations ask, with dates. A change asks only the schools it touches to look again. Signed copies keep what they said."
    >
      <p className="ir-actions">
        <ButtonLink to={at("new")}>Add a duty</ButtonLink>
      </p>
      {statements.length === 0 ? <p className="ir-body">There is no duty yet.</p> : null}
      <ul className="ir-list">
        {statements.map(({ key, statement, duties }) => (
          <li className="ir-list-row" key={key}>
            <div className="ir-list-main">
              <p className="ir-list-title">
                <ItemCode code={key} /> {statement}
              </p>
              {duties.map((duty) => (
                <DutyLine key={duty.id} duty={duty} to={at(duty.id)} owner={view.ownerLabel} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

const STANDS = { on: "", coming: "not yet in force", over: "over" } as const;

function DutyLine({ duty, to, owner }: { duty: DutyLineView; to: string; owner: string }) {
  const { kind, source, checked, validFrom, validTo, types, stands } = duty;
  const notes = [
    STANDS[stands],
    validFrom === null ? "" : `from ${formatDate(validFrom)}`,
    validTo === null ? "" : `until ${formatDate(validTo)}`,
    typesWords(types),
    checked ? "" : "reference to be checked",
  ].filter((note) => note !== "");
  return (
    <p className="ir-duty-line">
      <DutyTag kind={kind} owner={owner} />
      <span>
        <Link to={to}>{source}</Link>
        {notes.length === 0 ? null : <span className="ir-muted">, {notes.join(", ")}</span>}
      </span>
    </p>
  );
}
