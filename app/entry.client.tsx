import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * Waits until Remix has decoded the loaders' data, which it does when first rendered: it throws the promise of it.
 * Left to React, a key pressed in between makes it render at once, and what then still waits breaks the page for
 * good: nothing typed on it would ever be saved.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting;
  }
}

function wakePage(): void {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void dataDecoded().then(wakePage);
