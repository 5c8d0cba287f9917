import { useSyncExternalStore } from "react";
import type { Level } from "~/domain/questionnaire/definition";
import { offersHelp } from "~/domain/support/offers-help";
import type { SupportView } from "~/services/support/support-views";
import { classNames } from "../../class-names";
import { Checkbox } from "../../form/checkbox";
import { useAnswer, useAnswering } from "../answering-context";
import { SupportList } from "./support-list";

type HelpedItem = { key: string; support: readonly SupportView[] };
type Asking = { item: HelpedItem; levels: readonly Level[] };

/** Whether help is shown for what is chosen now: the lowest level, or a wish for help, from the press on. */
export function useHelpShown({ item, levels }: Asking): boolean {
  const { queue } = useAnswering();
  const { state, opened } = useAnswer(item.key);
  const wished = () => queue.contentOf(item.key).helpWanted;
  const isWished = useSyncExternalStore(queue.subscribe, wished, wished);
  const level = levels.find(({ code }) => code === state.level);
  return (level !== undefined && offersHelp(level)) || opened.helpWanted || isWished;
}

type HelpProps = Asking & { wishSeen: string };

/** The help available for a statement in green, once it is wanted; before that the wish alone. */
export function HelpAvailable({ item, levels, wishSeen }: HelpProps) {
  const isShown = useHelpShown({ item, levels });
  const { control, opened } = useAnswer(item.key);
  const { id, register } = control("helpWanted");
  return (
    <div
      className={classNames("ir-help", isShown && "ir-panel ir-panel-help")}
      role="group"
      aria-label={`Help with ${item.key}`}
    >
      {isShown ? (
        <>
          <p className="ir-h3">Help with {item.key}</p>
          {item.support.length === 0 ? null : <SupportList entries={item.support} />}
        </>
      ) : null}
      <Checkbox
        {...register}
        key="wish"
        id={id}
        label="We would like help with this"
        hint={isShown ? wishSeen : undefined}
        defaultChecked={opened.helpWanted}
      />
    </div>
  );
}

/** The same under a row: nothing stands there until help is wanted. */
export function HelpUnderRow(props: HelpProps) {
  if (!useHelpShown(props)) return null;
  return (
    <div className="ir-row-notes">
      <HelpAvailable {...props} />
    </div>
  );
}
