import { Link } from "@remix-run/react";
import type { QuestionnairesView } from "~/services/questionnaires/view-questionnaires.server";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { newQuestionnairePath, questionnairePath } from "./questionnaire-paths";
import { VersionTag } from "./version-tag";

/** The questionnaires of an organisation, each with where its newest version stands. */
export function QuestionnairesPage({ view }: { view: QuestionnairesView }) {
  const { organisation, questionnaires } = view;
  return (
    <Page
      title="Questionnaires"
      caption={organisation.name}
      lede="What your schools review themselves against. A published version never changes: an edit is a new version, and self-reviews that run stay on theirs."
    >
      <p className="ir-actions">
        <ButtonLink to={newQuestionnairePath(organisation.key)}>Read a questionnaire in</ButtonLink>
      </p>
      {questionnaires.length === 0 ? <p className="ir-body">There is none yet.</p> : null}
      <ul className="ir-list">
        {questionnaires.map(({ key, title, versions }) => (
          <li className="ir-list-row" key={key}>
            <div className="ir-list-main">
              <p className="ir-list-title">
                <Link
                  to={questionnairePath({ organisation: organisation.key, questionnaire: key })}
                >
                  {title}
                </Link>
              </p>
              {versions.slice(0, 2).map(({ number, state, publishedOn }) => (
                <p key={number}>
                  Version {number} <VersionTag state={state} />
                  {publishedOn === null ? null : (
                    <span className="ir-muted"> published on {publishedOn}</span>
                  )}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
