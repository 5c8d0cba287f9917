/** What we use of a service worker's global scope: its whole library of types contradicts the pages'. */
export type WorkerScope = {
  location: { origin: string };
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: {
    (type: "install" | "activate", listener: (event: Waiting) => void): void;
    (type: "fetch", listener: (event: Fetching) => void): void;
    (type: "message", listener: (event: Waiting & { data: unknown }) => void): void;
  };
};

type Waiting = { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Waiting & {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
};

export const isWorkerScope = (scope: unknown): scope is WorkerScope =>
  typeof scope === "object" && scope !== null && "skipWaiting" in scope;
