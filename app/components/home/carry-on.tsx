import { formatDay } from "~/domain/calendar/format";
import type { CarryOnView } from "~/services/home/views";
import type { DeadlineView } from "~/services/answering/views";
import { levelsPath, reviewPath, sectionPath } from "../answering/review-path";
import { ButtonLink } from "../button";
import { SectionStrip } from "../levels/section-strip";
import { Panel } from "../panels/panel";
import { deadlineDistance } from "./deadline-words";

const STRIP = { done: "done", started: "begun", empty: "empty" } as const;

/** The one panel with the one filled button: what is next, and how much is left. */
export function CarryOn({ carryOn, urn }: { carryOn: CarryOnView; urn: string }) {
  const { title, strip, deadline } = carryOn;
  const words = carryOnWords(carryOn);
  return (
    <Panel kind="carry-on" id="carry-on">
      <p className="ir-small ir-muted">{title}</p>
      <h2 className="ir-h2">{words.heading}</h2>
      <p className="ir-lede">{words.line}</p>
      {carryOn.confirmed ? (
        <SectionStrip
          sections={strip.map(({ section, items }) => ({
            key: section,
            title: section,
            items: items.map(({ state }) => STRIP[state]),
          }))}
        />
      ) : null}
      <div className="ir-actions">
        <ButtonLink to={pathOf(carryOn, urn)}>{words.button}</ButtonLink>
        {deadline ? <Deadline deadline={deadline} /> : null}
      </div>
    </Panel>
  );
}

function carryOnWords(carryOn: CarryOnView) {
  const { confirmed, left, next } = carryOn;
  if (!confirmed) {
    const line = "First say which parts apply to your school. It takes a minute.";
    return { heading: "Start here", line, button: "Start" };
  }
  if (left.ready) {
    const line = "Check the answers, then mark it as ready to sign.";
    return { heading: "Everything is answered", line, button: "Check all answers" };
  }
  const minutes = left.minutes > 0 ? `, about ${left.minutes} minutes` : "";
  if (next === null) {
    const sections = left.sectionsToSumUp.map(({ key }) => key).join(", ");
    const line = sections === "" ? "Some numbers are missing." : `Sections to sum up: ${sections}.`;
    return { heading: `Carry on${minutes}`, line, button: "Carry on" };
  }
  const beside = carryOn.lastTimeBeside ? " Last year’s words are beside it." : "";
  return {
    heading: `Carry on: ${left.total} left${minutes}`,
    line: (
      <>
        Next: <strong>{next.key}</strong>,{" "}
        {next.short.charAt(0).toLowerCase() + next.short.slice(1)}.{beside}
      </>
    ),
    button: `Carry on at ${next.key}`,
  };
}

function pathOf(carryOn: CarryOnView, urn: string): string {
  const { responseId: id, confirmed, layout, left, next } = carryOn;
  const home = reviewPath({ urn, id });
  if (!confirmed) return `${home}/start`;
  if (left.ready) return `${home}/check`;
  if (layout === "one-page") return next ? `${home}#${next.key}` : home;
  const [toSumUp] = left.sectionsToSumUp;
  if (next === null) {
    return toSumUp ? `${sectionPath({ urn, id, section: toSumUp.key })}#sum-up` : home;
  }
  const place = { urn, id, section: next.section };
  const lacksLevel = left.withoutLevel.some(({ key }) => key === next.key);
  const page = lacksLevel && !carryOn.lastTimeBeside ? levelsPath(place) : sectionPath(place);
  return `${page}#${next.key}`;
}

function Deadline({ deadline }: { deadline: DeadlineView }) {
  return (
    <span>
      {deadline.kind === "first" ? "First deadline" : "Final deadline"}{" "}
      <strong>{formatDay(deadline.date)}</strong>, {deadlineDistance(deadline)}
    </span>
  );
}
