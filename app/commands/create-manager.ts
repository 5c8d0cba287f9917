import { randomBytes } from "node:crypto";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { text as readAll } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ORGANISATION_KINDS } from "~/domain/organisation/organisation";
import { z } from "~/domain/zod";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { CommandError, runCommand } from "~/platform/run-command.server";
import { createManager } from "~/services/people/create-manager.server";
import { migrate } from "~db/migrate";

const HELP = `Makes the first person of an organisation, who can then invite the others.

  npm run create-manager -- --organisation kent --organisation-name "Kent County Council" \\
    --kind authority --name "Hannah Osei" --email hannah.osei@example.org

  --organisation       short name in addresses: small letters, figures and hyphens
  --organisation-name  its full name, where it is new
  --kind               ${ORGANISATION_KINDS.join(", ")}, where it is new (authority)
  --name, --email      the person
  --password-stdin     reads the password from standard input; without it one is made and shown once

What is left out is asked for.`;

const InputSchema = z.object({
  organisation: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "--organisation: small letters, figures and hyphens"),
  organisationName: z.string().trim().min(1, "--organisation-name: write its full name"),
  kind: z.enum(ORGANISATION_KINDS, { message: `--kind: one of ${ORGANISATION_KINDS.join(", ")}` }),
  name: z.string().trim().min(1, "--name: write the person's name"),
  email: z.email("--email: write an address like hannah.osei@example.org"),
});

const options = {
  organisation: { type: "string" },
  "organisation-name": { type: "string" },
  kind: { type: "string", default: "authority" },
  name: { type: "string" },
  email: { type: "string" },
  "password-stdin": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const PROBLEMS = {
  "too-short": "Use at least 10 characters in the password.",
  "too-long": "Use at most 1,000 characters in the password.",
  "is-email": "Use a password that is not the e-mail address.",
  "too-common": "Use a password that is harder to guess.",
  unchanged: "Use another password.",
  "already-manager": "This person is a manager there already. Nothing was changed.",
};

await runCommand(async () => {
  const { values } = parseArgs({ options });
  if (values.help) {
    stdout.write(`${HELP}\n`);
    return;
  }
  const input = await readInput(values);
  const typed = values["password-stdin"] ? (await readAll(stdin)).replace(/\r?\n$/, "") : undefined;
  const password = typed ?? randomBytes(12).toString("base64url");
  const { organisation: key, organisationName, kind, name, email } = input;
  const organisation = { key, name: organisationName, kind };
  const config = loadConfig({ env: process.env, production: false });
  await migrate({ url: config.databaseUrl, dataDir: config.dataDir, log: () => undefined });
  const app = await makeApp({ config });
  try {
    const made = await createManager(app, { organisation, name, email, password });
    if (!made.ok) throw new CommandError(PROBLEMS[made.problem]);
    stdout.write(`${name} is now a manager of ${made.value.organisation}.\n`);
    if (!made.value.newAccount)
      stdout.write("The account was there already: its password stands.\n");
    else if (typed === undefined) {
      stdout.write(
        `Password, shown only now: ${password}\nChange it under Account after signing in.\n`,
      );
    }
  } finally {
    await app.db.close();
  }
});

type Values = Partial<Record<keyof typeof options, string | boolean>>;

async function readInput(values: Values): Promise<z.infer<typeof InputSchema>> {
  const terminal = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : undefined;
  /** Asks at a terminal; elsewhere what is missing is reported as such. */
  const ask = async (given: string | boolean | undefined, question: string) =>
    given ?? (await terminal?.question(question)) ?? "";
  const asked = {
    organisation: await ask(values.organisation, "Organisation, short name for addresses (kent): "),
    organisationName: await ask(
      values["organisation-name"],
      "Organisation, full name (Kent County Council): ",
    ),
    kind: values.kind,
    name: await ask(values.name, "Name of the person: "),
    email: await ask(values.email, "E-mail address: "),
  };
  terminal?.close();
  const parsed = InputSchema.safeParse(asked);
  if (parsed.success) return parsed.data;
  throw new CommandError(parsed.error.issues.map((issue) => issue.message).join("\n"));
}
