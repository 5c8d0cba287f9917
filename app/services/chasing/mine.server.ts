import { mineOn, type Cover, type MineDistrict } from "~/domain/chasing/own-districts";
import type { Actor } from "~/domain/policy/actor";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";
import { listCovers, listOfficerDistricts } from "~db/queries/officer-districts";

/** The districts a person looks after today, and with whom else. */
export type Mine = {
  /** Their own and those covered for somebody; empty where they have none: then all schools are shown. */
  districts: MineDistrict[];
  /** Their own alone. */
  own: string[];
};

type OnDay = { organisationId: string; today: string };

const DistrictsSchema = z.array(z.string());

/** Districts as a cover keeps them. */
export const storedDistricts = (text: string): string[] => DistrictsSchema.parse(JSON.parse(text));

/** What is "mine" for somebody in an organisation. It is a filter to begin with and locks nothing. */
export async function mineOf(app: App, actor: Actor, scope: OnDay): Promise<Mine> {
  const { read } = app.db;
  const own = await listOfficerDistricts(read, scope);
  const rows = await listCovers(read, scope);
  const covers: Cover[] = rows.map(({ districts, ...row }) => ({
    ...row,
    districts: storedDistricts(districts),
  }));
  const { userId } = actor;
  return {
    districts: mineOn({ userId, own, covers, today: scope.today }),
    own: own.filter((one) => one.userId === userId).map(({ district }) => district),
  };
}
