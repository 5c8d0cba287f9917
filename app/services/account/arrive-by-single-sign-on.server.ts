import { dfeRolesOverHttp } from "~/auth/single-sign-on/dfe-roles.server";
import { arrivalPath } from "~/domain/account/arrival";
import type { OutsideIdentity } from "~/domain/account/outside-identity";
import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import type { OidcProvider } from "~/platform/oidc-providers.server";
import { noteArrival, type IdentityRow } from "~db/queries/identities";
import { grantsInForce } from "~db/queries/people";
import { findSchoolByUrn } from "~db/queries/schools";
import { passFirstFactor, type FirstFactorPassed } from "./pass-first-factor.server";

/** Somebody who came by an account that opens theirs here. `next`: one of our own paths, asked for or fitting. */
export type Arrived = FirstFactorPassed & { secondFactor: boolean; next: string | null };

type Arrival = {
  provider: OidcProvider;
  row: IdentityRow;
  outside: OutsideIdentity;
  next: string | null;
};

/**
 * Lets somebody past the first factor who came by a connected account, and writes down what the provider said. Our
 * second factor is asked for as always, unless the provider is set to be believed about one and has said it was given.
 * What is said of the place of work gives no role (decision 14).
 */
export async function arriveBySingleSignOn(
  app: App,
  { provider, row, outside, next }: Arrival,
): Promise<Arrived> {
  const { userId } = row;
  const fitting = next ?? (await fittingPath(app, row, outside));
  const said = await saidOf(app, provider, outside);
  const lastUsedAt = app.clock.now();
  await app.db.transact((tx) =>
    noteArrival(tx, { id: row.id, label: outside.label ?? row.label, lastUsedAt, ...said }),
  );
  const secondFactor = outside.provesSecondFactor;
  const passed = await passFirstFactor(app, {
    userId,
    by: "single-sign-on",
    secondFactorProven: secondFactor,
  });
  return { ...passed, secondFactor, next: fitting };
}

async function fittingPath(
  app: App,
  row: IdentityRow,
  { organisation }: OutsideIdentity,
): Promise<string | null> {
  const urn = organisation?.urn ?? null;
  if (urn === null) return null;
  const { read } = app.db;
  const school = await findSchoolByUrn(read, urn);
  const grants = await grantsInForce(read, row.userId, londonDate(app.clock.now()));
  return arrivalPath({
    urn,
    urnBefore: row.organisationUrn,
    hasRoleThere: school !== undefined && grants.some(({ schoolId }) => schoolId === school.id),
    hasAnyRole: grants.length > 0,
  });
}

/** What the provider says of the place of work, as it is kept for the person to read. */
export async function saidOf(app: App, provider: OidcProvider, outside: OutsideIdentity) {
  const { organisation } = outside;
  const roles = await rolesOf(app, provider, outside);
  return {
    organisationUrn: organisation?.urn ?? null,
    organisationName: organisation?.name ?? null,
    organisationRoles: roles.length === 0 ? null : JSON.stringify(roles),
  };
}

/** Nobody waits outside because the API is away: the roles are only shown. */
async function rolesOf(
  app: App,
  { dfe, clientId }: OidcProvider,
  { subject: userId, organisation }: OutsideIdentity,
): Promise<string[]> {
  if (dfe?.api == null || organisation === null) return [];
  try {
    return await dfeRolesOverHttp({ ...dfe.api, clientId })({
      userId,
      organisationId: organisation.id,
    });
  } catch (error) {
    app.log.warn({ err: error }, "DfE Sign-in did not say which roles somebody has");
    return [];
  }
}
