import type { Config } from "./config.server";

/** Whether mails stay here to be read, at /dev/mails: where the service is only tried, and no mail server is set. */
export function catchesMail(config: Pick<Config, "production" | "demo" | "smtpUrl">): boolean {
  return !config.production && config.demo && config.smtpUrl === undefined;
}
