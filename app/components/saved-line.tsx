import { useEffect, useRef } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";
import { useAnnounce } from "./shell/announcer";

/** Where the last change stands. `at` is a time as shown, "14:02". `kept`: refused, the text is still in the box. */
export type SaveState =
  | { kind: "idle" }
  | { kind: "saved"; at: string }
  | { kind: "saving" }
  | { kind: "retrying" }
  | { kind: "conflict" }
  | { kind: "kept" };

type Line = { text: string; icon: IconName | null; className: string };

/** The words of a save state. */
export function savedLine(state: SaveState): Line {
  switch (state.kind) {
    case "idle":
      return { text: "", icon: null, className: "ir-saved" };
    case "saved":
      return { text: `Saved ${state.at}`, icon: "tick", className: "ir-saved" };
    case "saving":
      return { text: "Saving", icon: null, className: "ir-saved ir-saved-saving" };
    case "retrying":
      return caution("Not saved, trying again");
    case "conflict":
      return caution("Not saved: two versions");
    case "kept":
      return {
        text: "Not saved yet, text kept",
        icon: "warning",
        className: "ir-saved ir-saved-error",
      };
  }
}

const caution = (text: string): Line => ({
  text,
  icon: "warning",
  className: "ir-saved ir-saved-caution",
});

/** Says whether what was typed is safe. Each outcome is announced once, politely. */
export function SavedLine({ state }: { state: SaveState }) {
  const announce = useAnnounce();
  const { text, icon, className } = savedLine(state);
  const kind = state.kind;
  const shown = useRef(text);
  useEffect(() => {
    // What the page arrived with is no news.
    if (shown.current === text) return;
    shown.current = text;
    if (kind !== "idle" && kind !== "saving") announce(text);
  }, [announce, kind, text]);
  return (
    <p className={className}>
      {icon ? <Icon name={icon} /> : null}
      {text}
    </p>
  );
}
