import { Checkbox } from "../form/checkbox";
import { useAnswer } from "./answering-context";

/** The tick of an answer that nobody has read again yet, where its own page shows it. */
export function StillToConfirm({ answerKey }: { answerKey: string }) {
  const { control, opened, errorAt } = useAnswer(answerKey);
  const { id, register } = control("toConfirm");
  return (
    <Checkbox
      {...register}
      id={id}
      label="Still to confirm"
      hint="Take out the tick when it is right as it stands."
      defaultChecked={opened.toConfirm}
      error={errorAt("toConfirm")}
    />
  );
}
