import { argon2Passwords } from "~/auth/password.server";
import type { Grant, Role } from "~/domain/policy/actor";
import { signResponse, type SignInput } from "~/services/signing/sign-response.server";
import { anActor } from "~tests/support/factories/people";
import type { Response, Round } from "~tests/support/factories/rounds";
import { anAnsweringSchool } from "../../answering/answering-school";

const PASSWORD = "a marsh lane of reeds";
export const PROOF = { password: PASSWORD, address: "192.0.2.7" };

type Options = { round?: Partial<Round>; response?: Partial<Response> };

let hashed: Promise<string> | null = null;

/** A school whose answers are ready to sign, with a head, a governor, an officer and a manager who can prove it. */
export async function aReadySchool({ round, response }: Options = {}) {
  const place = await anAnsweringSchool({
    round,
    response: { state: "ready-to-sign", ...response },
  });
  const { app, owner, school } = place;
  hashed ??= argon2Passwords.hash(PASSWORD);
  const passwordHash = await hashed;
  const person = (name: string, ...grants: (Partial<Grant> & { role: Role })[]) =>
    anActor(app, { user: { name, passwordHash }, grants });
  return {
    ...place,
    head: await person("Margaret Ellis", { role: "head", schoolId: school.id }),
    governor: await person("Joan Whitfield", { role: "governor", schoolId: school.id }),
    manager: await person("Ruth Adeyemi", { role: "manager", organisationId: owner.id }),
    person,
  };
}

export type ReadySchool = Awaited<ReturnType<typeof aReadySchool>>;

/** The head's signature. */
export function sign({ app, at, head }: ReadySchool, over: Partial<SignInput> = {}) {
  return signResponse(app, head, { ...at, declared: true, proof: PROOF, ...over });
}

/** The first signed copy, by its address. */
export const copy = ({ at }: ReadySchool, number = 1) => ({ ...at, number });
