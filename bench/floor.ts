import { answerOf, startChild, type Child } from "./children";

export type Floor = Child & {
  /** Makes the bare server answer to `reply.name`, "GET /path", as the service answered. */
  keep: (reply: Reply) => Promise<void>;
};

export type Reply = {
  name: string;
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
};

/** Left to Node, which sets them itself. */
const OWN = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"];

export async function startFloor(folder: string): Promise<Floor> {
  const flags = ["--import", "tsx"];
  const child = await startChild({ file: "bench/floor-server.ts", args: [folder], flags });
  const keep = async (reply: Reply) => {
    const kept = answerOf(child.process, "kept");
    child.process.send(reply);
    await kept;
  };
  return { ...child, keep };
}

/** What the service answered to one request, to be answered again by the bare server. */
export async function replyOf(name: string, response: Response): Promise<Reply> {
  const headers = Object.fromEntries(
    [...response.headers].filter(([header]) => !OWN.includes(header)),
  );
  const body = new Uint8Array(await response.arrayBuffer());
  return { name, status: response.status, headers, body };
}
