import { keepPage, keptAsset, keptPage } from "./kept-pages";
import { isNotesPage } from "~/domain/visit/kept-pages";
import { offlinePage } from "./offline-page";
import { isWorkerScope } from "./worker-scope";

/** Poor Wi-Fi may hold a page for ever: after this, the kept one is shown. */
const PATIENCE_MS = 8000;

/** Asks the server, keeps what it gives, and shows the kept page when no answer comes. */
async function openPage(request: Request, later: (work: Promise<unknown>) => void) {
  const { pathname } = new URL(request.url);
  const kept = isNotesPage(pathname) ? await keptPage(pathname) : undefined;
  try {
    const answer = await (kept === undefined ? fetch(request) : inTime(fetch(request)));
    if (isNotesPage(pathname)) later(keepPage(pathname, answer.clone()));
    return answer;
  } catch {
    return kept ?? offlinePage(pathname);
  }
}

/** A navigation takes no signal, so that its answer is left to come when it likes. */
function inTime(answer: Promise<Response>): Promise<Response> {
  const patience = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("No answer in time")), PATIENCE_MS);
  });
  return Promise.race([answer, patience]);
}

function start(scope: unknown): void {
  if (!isWorkerScope(scope)) return;
  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== scope.location.origin) return;
    if (request.mode === "navigate") {
      event.respondWith(openPage(request, (work) => event.waitUntil(work)));
    } else if (pathname.startsWith("/assets/")) {
      event.respondWith(keptAsset(pathname).then((asset) => asset ?? fetch(request)));
    }
  });
  scope.addEventListener("message", (event) => {
    const path = pathOf(event.data);
    if (path !== null && isNotesPage(path)) {
      event.waitUntil(fetch(path).then((answer) => keepPage(path, answer)));
    }
  });
}

function pathOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("path" in data)) return null;
  return typeof data.path === "string" ? data.path : null;
}

start(globalThis);
