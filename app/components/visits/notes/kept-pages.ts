import { PAGES_OF } from "~/domain/visit/kept-pages";

/** Where the service worker stands: its folder is its scope. */
const WORKER = "/visits/service-worker.js";

/** Starts the service worker and has it keep a visit's notes page for when there is no connection. */
export async function keepNotesPage(path: string): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "keep", path });
  } catch {
    // Without it the notes are on the device all the same; only a reload needs the connection.
  }
}

/** Whether a page would open here without a connection. */
export async function isPageKept(path: string): Promise<boolean> {
  try {
    return (await caches.match(path, { ignoreSearch: true, ignoreVary: true })) !== undefined;
  } catch {
    return false;
  }
}

/** Deletes pages kept for anybody but this person; for nobody, all of them. */
export async function forgetPagesOfOthers(person: string | null): Promise<void> {
  try {
    const names = await caches.keys();
    const others = names.filter(
      (name) => name.startsWith(PAGES_OF) && (person === null || name !== `${PAGES_OF}${person}`),
    );
    for (const name of others) await caches.delete(name);
  } catch {
    // No cache, nothing kept.
  }
}

/** Deletes one kept page. */
export async function forgetPage(path: string): Promise<void> {
  try {
    for (const name of await caches.keys()) {
      if (name.startsWith(PAGES_OF)) {
        await (await caches.open(name)).delete(path, { ignoreSearch: true, ignoreVary: true });
      }
    }
  } catch {
    // No cache, nothing kept.
  }
}

/** Asks the browser not to clear storage by itself. It may say no; the bar still tells the truth. */
export async function askToPersist(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // An old browser, or no storage.
  }
}
