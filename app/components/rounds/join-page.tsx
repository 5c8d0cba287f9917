import { Form } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type { JoinView } from "~/services/rounds/join-round.server";
import { Button } from "../button";
import { Page } from "../page";
import { Steps } from "../steps";
import { monthCount } from "./round-words";

/** What a school reads before it joins a scheme, and the one button. */
export function JoinPage({ view }: { view: JoinView }) {
  const { school, round } = view;
  const statements = round.sections.reduce((sum, one) => sum + one.statements, 0);
  const opens = round.opensOn === null ? "" : ` It opens on ${formatDay(round.opensOn)}.`;
  const holds =
    round.validityMonths === null
      ? null
      : `A confirmation holds for ${monthCount(round.validityMonths)}.`;
  return (
    <Page
      title={`Join ${round.title}`}
      caption={school.name}
      template="thing"
      back={{ to: `/schools/${school.urn}`, label: school.name }}
      lede={`${round.organisationName} offers it to your school. Joining is up to you: there is no deadline, and nobody is late.${opens}`}
    >
      {round.message === "" ? null : (
        <div className="ir-panel ir-panel-before">
          <p className="ir-as-typed">{round.message}</p>
        </div>
      )}
      <Steps
        steps={[
          {
            title: `Your team answers ${statements} statements, when it suits you`,
            note: round.sections.map(({ title }) => title).join(" · "),
          },
          { title: "Your headteacher signs" },
          { title: `${round.organisationName} reads it and confirms`, note: holds },
        ]}
      />
      <Form method="post" className="ir-actions">
        <Button>Join {round.title}</Button>
      </Form>
    </Page>
  );
}
