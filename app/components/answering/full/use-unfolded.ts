import { useLocation } from "@remix-run/react";
import { useState } from "react";
import { answerId } from "~/forms/answers";

/**
 * Finished statements are folded with JavaScript until someone opens them: by "Change", by a link to them, or
 * because they came back with something to put right.
 */
export function useUnfolded(wanted: readonly string[]): {
  isUnfolded: (key: string) => boolean;
  unfold: (key: string) => void;
} {
  const { hash } = useLocation();
  const [opened, setOpened] = useState<readonly string[]>([]);
  return {
    isUnfolded: (key) =>
      opened.includes(key) ||
      wanted.includes(key) ||
      hash === `#${key}` ||
      hash === `#${answerId(key, "level")}`,
    unfold: (key) => setOpened((before) => [...before, key]),
  };
}
