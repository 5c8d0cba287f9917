import type { Server } from "node:http";
import type { Config } from "~/platform/config.server";

/** Listens where the settings say; returns the port, which the machine chose where 0 was asked for. */
export function listen(
  server: Server,
  { host, port }: Pick<Config, "host" | "port">,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
