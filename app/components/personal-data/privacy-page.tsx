import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { KEPT, SERVICE, SERVICE_KINDS } from "~/domain/personal-data/retention-schedule";
import {
  SETTABLE,
  SETTABLE_KINDS,
  type SettableKind,
} from "~/domain/personal-data/retention-settings";
import type { PrivacyView } from "~/services/personal-data/retention-privacy.server";
import { Details } from "../details";
import { Page } from "../page";
import { Notice } from "../panels/notice";

type Props = { view: PrivacyView; erased: boolean };

const CONTENTS = [
  ["controller", "Who is responsible"],
  ["what", "What is kept about you"],
  ["why", "Why, and by what right"],
  ["how-long", "For how long"],
  ["who", "Who sees it"],
  ["children", "Children’s names"],
  ["rights", "Your rights"],
  ["cookies", "Cookies"],
  ["contact", "Whom to ask"],
] as const;

/** What is done with people's data, in plain words. The lengths are printed from the schedule itself. */
export function PrivacyPage({ view, erased }: Props) {
  return (
    <Page
      title="Privacy"
      template="thing"
      above={
        erased ? (
          <Notice>Your account is erased and you are signed out. What stays is said below.</Notice>
        ) : null
      }
      lede="This service is about what schools do. It is not for information about children."
    >
      <nav aria-label="On this page">
        <ul className="ir-list">
          {CONTENTS.map(([id, words]) => (
            <li className="ir-list-row" key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ir-prose">
        <Controller />
        <What />
        <Why />
        <HowLong view={view} />
        <Who />
        <Rights />
        <Contact view={view} />
      </div>
    </Page>
  );
}

type PartProps = { id: (typeof CONTENTS)[number][0]; children: ReactNode };

const Part = ({ id, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{CONTENTS.find(([key]) => key === id)?.[1]}</h2>
    {children}
  </section>
);

const Controller = () => (
  <Part id="controller">
    <p>
      Your school decides about its own self-reviews and its own people: for those it is the data
      controller. The organisation that runs a round, such as your council or the NHS, decides about
      its rounds, the signed copies it is given and its own people: for those it is the controller.
      Whoever runs this service does what they ask and nothing else.
    </p>
  </Part>
);

const What = () => (
  <Part id="what">
    <ul>
      <li>your name, work e-mail address and roles, with their dates</li>
      <li>what you wrote, chose and signed, and when</li>
      <li>when you sign in, with which kind of browser, and how: never where you are</li>
      <li>that a mail was sent to you; what it said is forgotten once it has left</li>
    </ul>
    <p>
      Your name and address come from whoever invited you, your school, or the account you sign in
      with. Nothing is decided about you by a machine.
    </p>
  </Part>
);

const Why = () => (
  <Part id="why">
    <ul>
      <li>
        To review inclusion and to sign it: a public task of schools, councils and the NHS (UK GDPR
        article 6(1)(e)). Independent schools do it in their legitimate interest (article 6(1)(f)).
      </li>
      <li>
        To keep accounts safe and to show who did what: the same public task, and the duty to keep
        data secure (articles 5(1)(f) and 32).
      </li>
      <li>To send the weekly mail: as long as you want it; one link in it ends it.</li>
    </ul>
  </Part>
);

function HowLong({ view }: { view: PrivacyView }) {
  return (
    <Part id="how-long">
      <ul>
        {SETTABLE_KINDS.map((kind) => (
          <li key={kind}>
            {SETTABLE[kind].label}: {monthsWords(kind, view)}
          </li>
        ))}
      </ul>
      <p>
        Signed copies stay, and so does the record of who did what: for at least 7 years, without
        your name once your account is erased. A school’s own self-reviews are kept unless the
        school chooses otherwise. Line by line:
      </p>
      <Details summary="What is swept up for everybody">
        <ul>
          {SERVICE_KINDS.map((kind) => (
            <li key={kind}>
              {SERVICE[kind].label}: {SERVICE[kind].words}
            </li>
          ))}
        </ul>
      </Details>
      <Details summary="What is kept, and why">
        <ul>
          {KEPT.map(({ label, words = "for good", reason }) => (
            <li key={label}>
              {label}: {words}. {reason}
            </li>
          ))}
        </ul>
      </Details>
    </Part>
  );
}

/** "6 months; 3 at Kent County Council". */
function monthsWords(kind: SettableKind, { organisations }: PrivacyView): string {
  const { usual } = SETTABLE[kind].months;
  const others = organisations.filter(({ settings }) => settings[kind] !== usual);
  const own = others.map(({ name, settings }) => `${settings[kind]} at ${name}`);
  return [`${usual} months`, ...own].join("; ");
}

const Who = () => (
  <>
    <Part id="who">
      <p>
        <Link to="/who-can-see">Who can see what</Link> lists it line by line. Answers stay inside
        your school until its headteacher signs. Signed copies can be asked for under freedom of
        information law. Nothing is sold or given to anybody else. Whoever runs the service says on
        which machines it is kept; ask them or the organisation below.
      </p>
    </Part>
    <Part id="children">
      <p>
        Do not write them. What looks like a pupil number is refused, and we ask when something
        looks like a name. If one is saved by mistake, tell your headteacher at once so that it can
        be taken out.
      </p>
    </Part>
  </>
);

const Rights = () => (
  <>
    <Part id="rights">
      <ul>
        <li>
          See it: <Link to="/account/my-data">take a copy of what is held about you</Link>, whenever
          you like.
        </li>
        <li>
          Put it right: change your name and address on your account page, or ask your school.
        </li>
        <li>
          Have it erased: <Link to="/account/delete">erase your account</Link>. It says first what
          goes and what has to stay, such as your name on what you signed.
        </li>
        <li>
          Object, or ask that it is not used for a while: write to your school or the organisation
          below.
        </li>
        <li>If you cannot sign in, write to the organisation below. It has one month to answer.</li>
        <li>
          Complain to the{" "}
          <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
        </li>
      </ul>
    </Part>
    <Part id="cookies">
      <p>
        One cookie keeps you signed in, and while you sign in others remember how far you are. There
        are no others, no trackers and no statistics about you. Pages load nothing from elsewhere.
      </p>
    </Part>
  </>
);

const Contact = ({ view: { organisations } }: { view: PrivacyView }) => (
  <Part id="contact">
    <p>About your school’s own self-reviews: your headteacher. About rounds and accounts:</p>
    <ul>
      {organisations.map(({ name, contactName, contactEmail }) => (
        <li key={name}>
          {name}: {contactName}, <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </li>
      ))}
    </ul>
  </Part>
);
