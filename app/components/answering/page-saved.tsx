import { useSyncExternalStore } from "react";
import { SavedLine, type SaveState } from "../saved-line";
import { useAnswering } from "./answering-context";

const ORDER = ["conflict", "kept", "retrying", "saving"] as const satisfies SaveState["kind"][];

/** One saved line for the whole page: what is not safe first, else the latest save of this visit. */
export function PageSaved({ savedAt }: { savedAt: string | null }) {
  const { queue, open } = useAnswering();
  const look = () => {
    const states = [...open.keys()].map((key) => [key, queue.stateOf(key).save] as const);
    const unsafe = ORDER.find((kind) => states.some(([, save]) => save.kind === kind));
    if (unsafe !== undefined) return unsafe;
    const fresh = states.flatMap(([key, save]) =>
      save.kind === "saved" && save !== open.get(key)?.state.save ? [save.at] : [],
    );
    return `saved ${fresh.sort().at(-1) ?? savedAt ?? ""}`;
  };
  const shown = useSyncExternalStore(queue.subscribe, look, look);
  return <SavedLine state={stateOf(shown)} />;
}

function stateOf(shown: string): SaveState {
  const unsafe = ORDER.find((kind) => kind === shown);
  if (unsafe !== undefined) return { kind: unsafe };
  const at = shown.slice("saved ".length);
  return at === "" ? { kind: "idle" } : { kind: "saved", at };
}
