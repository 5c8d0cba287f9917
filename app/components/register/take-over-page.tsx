import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { BeforeView, TakeOverView } from "~/services/register/take-over.server";
import { Button } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";

type Props = { view: TakeOverView; told: string | null };

/** The schools before this one: what of theirs is open goes along when the head or the coordinator says so. */
export function TakeOverPage({ view, told }: Props) {
  const { school, before } = view;
  return (
    <Page
      title="Before this school"
      caption={school.name}
      template="thing"
      back={{ to: `/schools/${school.urn}`, label: school.name }}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede="What was signed stays with the school that signed it, and is read here. Open work and roles come along once you say so."
    >
      {before.length === 0 ? (
        <p className="ir-body">The register knows of no school before this one.</p>
      ) : null}
      {before.map((one) => (
        <section className="ir-section" key={one.urn} aria-labelledby={`of-${one.urn}`}>
          <h2 className="ir-h2" id={`of-${one.urn}`}>
            {one.name}
          </h2>
          <p className="ir-body">
            URN {one.urn}
            {one.on === null ? "" : `, ${formatDate(one.on)}`}. {STANDING[one.standing]}
          </p>
          {one.standing === "waits" ? <Waiting one={one} mayTakeOver={view.mayTakeOver} /> : null}
          <Copies one={one} />
        </section>
      ))}
    </Page>
  );
}

const STANDING: Record<BeforeView["standing"], string> = {
  waits: "",
  "taken-over": "Its open work and people are yours.",
  "by-another": "Another school took its open work and people over.",
  "still-open": "It is open: nothing comes along before the register says that it closed.",
};

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

function Waiting({ one, mayTakeOver }: { one: BeforeView; mayTakeOver: boolean }) {
  const { responses, actions, visits, people } = one.along;
  return (
    <>
      <p className="ir-body">What would come along:</p>
      <ul className="ir-plain-list">
        <li>{counted(responses, "open self-review", "open self-reviews")}</li>
        <li>{counted(actions, "open action", "open actions")} of the plan</li>
        <li>{counted(visits, "visit", "visits")} not yet over</li>
        <li>{counted(people, "role", "roles")} with their dates</li>
      </ul>
      {mayTakeOver ? (
        <Form method="post">
          <input type="hidden" name="before" value={one.urn} />
          <Button>Take over from {one.name}</Button>
          <p className="ir-hint">This cannot be undone here.</p>
        </Form>
      ) : (
        <p className="ir-body">The headteacher or the coordinator takes it over.</p>
      )}
    </>
  );
}

function Copies({ one }: { one: BeforeView }) {
  if (one.copies.length === 0) return null;
  return (
    <ul className="ir-plain-list">
      {one.copies.map(({ responseId, number, title, at }) => (
        <li key={`${responseId} ${number}`}>
          <Link to={`/schools/${one.urn}/self-reviews/${responseId}/signed/${number}/read`}>
            {title}, signed copy {number}
          </Link>
          , {formatDate(at)}
        </li>
      ))}
    </ul>
  );
}
