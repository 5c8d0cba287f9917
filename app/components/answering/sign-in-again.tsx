import { useSyncExternalStore } from "react";
import { Panel } from "../panels/panel";
import { useAnswering } from "./answering-context";

/** Shown while text waits because the session ended. Signing in happens in a new tab; this one then goes on. */
export function SignInAgain() {
  const { queue, open } = useAnswering();
  const isOut = () => [...open.keys()].some((key) => queue.stateOf(key).signedOut);
  const signedOut = useSyncExternalStore(queue.subscribe, isOut, () => false);
  if (!signedOut) return null;
  return (
    <div className="ir-above ir-stuck" role="alert">
      <Panel kind="caution" title="Your session ended. Sign in again: your text is kept">
        <p>
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in (opens in a new tab)
          </a>
          . If a colleague is signed in there, sign out first. Then come back here: your text is
          saved by itself.
        </p>
      </Panel>
    </div>
  );
}
