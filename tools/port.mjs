// Whether a port can be listened on.
import { createServer } from "node:net";

/** The port itself when it is free (0: any free one), undefined when it is in use.
 * @param {string} host @param {number} port
 * @returns {Promise<number | undefined>} */
export function freePort(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, host, () => {
      const address = probe.address();
      const free = address !== null && typeof address === "object" ? address.port : port;
      probe.close(() => resolve(free));
    });
  });
}
