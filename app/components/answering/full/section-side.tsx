import type { ItemState, SectionView } from "~/services/answering/views";
import { Icon } from "../../icon";
import type { IconName } from "../../icon-paths";
import { Panel } from "../../panels/panel";

const SIGNS = {
  done: { name: "tick", tone: "saved", label: "Done" },
  started: { name: "half", tone: "caution", label: "Begun" },
  empty: { name: "ring-empty", tone: "control", label: "Not begun" },
} as const satisfies Record<ItemState, { name: IconName; tone: string; label: string }>;

const NOTES: Record<ItemState, string | null> = {
  done: null,
  started: "Look at this one",
  empty: "No level yet",
};

type SectionSideProps = { view: SectionView; onGo: (key: string) => void };

/** The statements of the section with how far each is, as links down the page. */
export function SectionSide({ view, onGo }: SectionSideProps) {
  return (
    <Panel kind="side" title={`Section ${view.section.key}`} id="section-list">
      <ul className="ir-side-list">
        {view.items.map(({ key, short, state }) => (
          <li key={key}>
            <Icon {...SIGNS[state]} />
            <span>
              <a href={`#${key}`} onClick={() => onGo(key)}>
                {key} {short}
              </a>
              {NOTES[state] ? (
                <>
                  <br />
                  <span className="ir-small ir-muted">{NOTES[state]}</span>
                </>
              ) : null}
            </span>
          </li>
        ))}
        {view.summary ? (
          <li>
            <Icon {...SIGNS[view.summary.done ? "done" : "empty"]} />
            <a href="#sum-up">Sum up</a>
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}
