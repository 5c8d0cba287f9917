import type { DutyKindView } from "~/services/answering/views";
import { answerId } from "~/forms/answers";
import { DutyTag } from "../../duty-tag";
import { SegmentedChoice } from "../../form/segmented-choice";
import { NeedsWordsTag } from "../../tag";
import { useAnswer } from "../answering-context";
import { DUTY_CHOICES } from "../duty-words";
import type { LevelsItem } from "./levels-view";
import { useWordsAsked } from "./words-asked";
import type { Level } from "~/domain/questionnaire/definition";

type RowAsksProps = { item: LevelsItem; levels: readonly Level[]; owner: string };

/** What stands under a statement in the levels view: how binding it is, its duty, and whether words are missing. */
export function RowAsks({ item, levels, owner }: RowAsksProps) {
  return (
    <>
      {item.asksDuty ? <DutyBeside item={item} owner={owner} /> : null}
      <MissingWords item={item} levels={levels} />
    </>
  );
}

function DutyBeside({ item, owner }: { item: LevelsItem; owner: string }) {
  const { control, opened, errorAt } = useAnswer(item.key);
  const { register } = control("duty");
  const kind: DutyKindView = "must";
  return (
    <div className="ir-row-asks">
      <DutyTag kind={kind} owner={owner} />
      <SegmentedChoice
        id={answerId(item.key, "duty")}
        name={register.name}
        legend={`Legal duty in ${item.key}: do you do this?`}
        legendStyle="hidden"
        choices={DUTY_CHOICES}
        chosen={opened.duty}
        control={register}
        error={errorAt("duty")}
      />
    </div>
  );
}

function MissingWords({ item, levels }: { item: LevelsItem; levels: readonly Level[] }) {
  const { missing } = useWordsAsked(item, levels);
  return missing ? <NeedsWordsTag /> : null;
}
