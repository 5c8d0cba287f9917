import type { Level } from "~/domain/questionnaire/definition";
import type { StatementView } from "~/services/answering/views";
import { LevelRows } from "../../levels/level-rows";
import { AskedUnderRow } from "../../replies/asked-while-editing";
import { NeedsWordsTag, Tag } from "../../tag";
import { HelpUnderRow, useHelpShown } from "../help/help-available";
import { useLevelKeys } from "../levels/keys-switch";
import { StatementRow } from "../levels/statement-row";
import { useWordsAsked } from "../levels/words-asked";

type PointRowsProps = {
  items: readonly StatementView[];
  levels: readonly Level[];
  owner: string;
  /** Who sees a wish for help, and when. */
  wishSeen: string;
};

/** Points as rows of Yes, Partly, No and Not applicable. Y, P, N and A choose while a row has focus. */
export function PointRows({ items, levels, owner, wishSeen }: PointRowsProps) {
  const { on } = useLevelKeys();
  return (
    <div data-rows>
      <LevelRows levels={levels} heading="Point">
        {items.map((item) => (
          <PointRow key={item.key} {...{ item, levels, owner, wishSeen }} keys={on} />
        ))}
      </LevelRows>
    </div>
  );
}

type PointRowProps = Omit<PointRowsProps, "items"> & { item: StatementView; keys: boolean };

function PointRow({ item, levels, owner, wishSeen, keys }: PointRowProps) {
  const helps = useHelpShown({ item, levels });
  const { asked, written, missing } = useWordsAsked(item, levels);
  return (
    <StatementRow
      itemKey={item.key}
      statement={item.statement}
      levels={levels}
      asks={
        <>
          {item.entry ? <Tag colour="blue">{owner}</Tag> : null}
          {missing ? <NeedsWordsTag /> : null}
        </>
      }
      help={
        <>
          <AskedUnderRow asked={item.asked} />
          <HelpUnderRow item={item} levels={levels} wishSeen={wishSeen} />
        </>
      }
      shown={[
        "level",
        ...(helps ? ["helpWanted" as const] : []),
        ...[...asked, ...written].map(({ box }) => box),
      ]}
      keys={keys}
      signs={false}
    />
  );
}
