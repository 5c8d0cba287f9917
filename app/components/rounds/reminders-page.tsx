import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { NOTE_MAX, type NoteProblem } from "~/domain/chasing/reminder-note";
import type { RemindersView } from "~/services/chasing/view-reminders.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";
import { Tag } from "../tag";
import { ReminderPreviews } from "./reminder-previews";
import { roundPath } from "./round-paths";
import { schoolCount } from "./round-words";

type Props = {
  view: RemindersView;
  told: string | null;
  note: string;
  problems: readonly NoteProblem[];
};

/** Whether a round reminds by itself: the switch, what goes on which day, and each school's next mail. */
export function RemindersPage({ view, told, note, problems }: Props) {
  const { organisation, round, on } = view;
  const notice = told === null ? null : <Notice>{told}</Notice>;
  const errors = summaryOf(problems);
  return (
    <Page
      title="Reminders"
      caption={round.title}
      back={{ to: roundPath(organisation.key, round.id), label: round.title }}
      above={errors.length > 0 ? <ErrorSummary errors={errors} /> : notice}
      lede={
        <>
          <Tag colour={on ? "green" : "grey"}>{on ? "On" : "Off"}</Tag> Mails to schools that have
          not signed, before and after their deadlines.
        </>
      }
    >
      <p className="ir-body">
        Heads and coordinators of invited schools get them at 8 in the morning, on school days only:
        four weeks and one week before the first deadline and the day after it, then one week before
        the final deadline and the day after it. Each goes once. A school with more time is reminded
        of its own dates, and whoever has signed of none.
      </p>
      {round.closed ? (
        <p className="ir-body">This round is closed. Nothing is sent.</p>
      ) : (
        <Switch view={view} note={note} problems={problems} />
      )}
      <Plan plan={view.plan} on={on} />
      <ReminderPreviews view={view} />
    </Page>
  );
}

function Switch({ view, note, problems }: Omit<Props, "told">) {
  const { on, version } = view;
  return (
    <Form method="post" noValidate className="ir-panel">
      <input type="hidden" name="version" value={version} />
      <TextArea
        {...controlOf("note", problems)}
        label="Your own words in every reminder, if you like"
        hint="As a drop-in or a number to ring. Look at the mails below before you turn them on."
        defaultValue={note}
        limit={NOTE_MAX}
        rows={3}
        warnNames
      />
      {problems.some(({ asks }) => asks === "names") ? (
        <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
      ) : null}
      <div className="ir-actions">
        <Button name="intent" value="on">
          {on ? "Keep these words" : "Turn reminders on"}
        </Button>
        <Button secondary name="intent" value="off">
          {on ? "Turn reminders off" : "Keep these words, stay off"}
        </Button>
      </div>
    </Form>
  );
}

type PlanProps = { plan: RemindersView["plan"]; on: boolean };

function Plan({ plan, on }: PlanProps) {
  if (plan.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">{on ? "What goes next" : "What would go next"}</h2>
      <table className="ir-table ir-table-stacked">
        <caption className="govuk-visually-hidden">Next reminders by day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Reminder</th>
            <th scope="col">Schools</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ day, words, schools }) => (
            <tr key={day + words}>
              <th scope="row">{formatDate(day)}</th>
              <td data-heading="Reminder">{words}</td>
              <td data-heading="Schools">{schoolCount(schools)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
