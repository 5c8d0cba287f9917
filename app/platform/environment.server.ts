import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";
import { OIDC_ENVIRONMENT } from "./oidc-environment.server";

/** How much the log says: everything down to and including this level. */
const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LEVELS)[number];

const optionalText = z.string().optional();

function isUrl(value: string, schemes: readonly string[]): boolean {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed !== undefined && schemes.includes(parsed.protocol);
}

function urlOf(schemes: readonly string[], message: string) {
  return z
    .string()
    .refine((value) => isUrl(value, schemes), message)
    .optional();
}

const origin = urlOf(["http:", "https:"], "write an address like https://review.example.org")
  .refine(
    (value) => value === undefined || !URL.canParse(value) || new URL(value).pathname === "/",
    "write scheme and host only, like https://review.example.org, with no path after it",
  )
  .transform((value) => (value === undefined ? undefined : new URL(value).origin));

const port = z
  .string()
  .default("3000")
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) < 65536, {
    message: "write a whole number from 0 to 65535",
  })
  .transform(Number);

const onOff = z
  .string()
  .default("0")
  .refine((value) => ["0", "1", "true", "false"].includes(value), "write 1 or 0")
  .transform((value) => value === "1" || value === "true");

const instant = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), {
    message: "write an instant like 2026-11-22T14:02:00Z",
  })
  .transform((value) => new Date(value))
  .optional();

const trustProxy = z
  .string()
  .default("0")
  .refine(
    (value) => /^(\d|[\da-fA-F.:/, ]+|(loopback|linklocal|uniquelocal)(, ?\w+)*)$/.test(value),
    {
      message: "write how many proxies stand in front, like 1, or their addresses, like 10.0.0.0/8",
    },
  )
  .transform((value) => {
    if (value === "0") return false;
    return /^\d$/.test(value) ? Number(value) : value;
  });

const EnvironmentSchema = z.object({
  PORT: port,
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: origin,
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: urlOf(
    ["postgres:", "postgresql:", "pglite:", "file:"],
    "write an address like postgres://user:password@host/database, or nothing for SQLite",
  ),
  SMTP_URL: urlOf(["smtp:", "smtps:"], "write an address like smtp://mail.example.org:587"),
  MAIL_FROM: z.email("write an address like no-reply@review.example.org").optional(),
  SEAL_P12: optionalText,
  SEAL_PASSPHRASE: optionalText,
  TSA_URL: urlOf(["http:", "https:"], "write an address like https://tsa.example.org"),
  ...OIDC_ENVIRONMENT,
  TRUST_PROXY: trustProxy,
  LOG_LEVEL: z.enum(LEVELS, { message: `write one of ${LEVELS.join(", ")}` }).default("info"),
  DEMO: onOff,
  DEMO_PASSWORD: z.string().min(8, "write at least 8 characters").default("inclusion-demo"),
  TEST_CLOCK: instant,
});

type Settings = z.infer<typeof EnvironmentSchema>;

/**
 * Reads every setting we know from an environment. Empty counts as missing, as in a `.env` file.
 * Problems are sentences that name the setting and say what to write; values are never repeated,
 * since some are secrets.
 */
export function readEnvironment(
  env: Record<string, string | undefined>,
): Result<Settings, readonly string[]> {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
  const parsed = EnvironmentSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return ok(parsed.data);
  return refused(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}.`));
}
