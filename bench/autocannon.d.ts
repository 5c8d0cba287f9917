/** The part of autocannon that is used here; it ships no types. */
declare module "autocannon" {
  type Request = {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
    onResponse?: (status: number, body: string) => void;
  };
  type Client = { setRequests: (requests: Request[]) => void };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    setupClient: (client: Client) => void;
  };
  type Instance = {
    on: {
      (event: "response", take: TakeResponse): void;
      (event: "reqError", take: (error: Error) => void): void;
      (event: "done", take: () => void): void;
    };
  };
  type TakeResponse = (client: Client, status: number, bytes: number, milliseconds: number) => void;
  export default function autocannon(options: Options): Instance;
}
