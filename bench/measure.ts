import autocannon, { type Request } from "autocannon";

export type Measured = {
  connections: number;
  requestsPerSecond: number;
  /** Milliseconds from sending to the last byte, half and 99 in 100 of the requests. */
  p50: number;
  p99: number;
  requests: number;
};

/** Requests of one kind to one server. */
export type Load = {
  origin: string;
  /** What a connection sends over and over; asked anew for each run, since saves build on what stands. */
  requestOf: (connection: number) => Promise<Request>;
  /** Any other status ends the run: a fast refusal is no result. */
  status: number;
};

type Run = { connections: number; seconds: number };

/** Sends for some seconds, on each connection the next request when the last is answered. */
export async function measure(load: Load, { connections, seconds }: Run): Promise<Measured> {
  const indexes = Array.from({ length: connections }, (_, index) => index);
  const requests = await Promise.all(indexes.map(load.requestOf));
  const times: number[] = [];
  const wrong = new Map<string, number>();
  const count = (what: string) => wrong.set(what, (wrong.get(what) ?? 0) + 1);
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const running = autocannon({
      url: load.origin,
      connections,
      duration: seconds,
      timeout: 20,
      setupClient: (client) => client.setRequests(requests.splice(0, 1)),
    });
    running.on("response", (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status !== load.status) count(`status ${status}`);
    });
    running.on("reqError", (error) => count(error.message));
    running.on("done", () => resolve());
  });
  const took = (performance.now() - started) / 1000;
  if (wrong.size > 0) {
    throw new Error([...wrong].map(([what, often]) => `${often} times ${what}`).join(", "));
  }
  return summary(times, { connections, took });
}

function summary(
  times: readonly number[],
  { connections, took }: { connections: number; took: number },
): Measured {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return {
    connections,
    requestsPerSecond: times.length / took,
    p50: at(0.5),
    p99: at(0.99),
    requests: times.length,
  };
}
