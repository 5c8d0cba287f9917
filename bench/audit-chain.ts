import { setImmediate as nextTurn, setTimeout as rest } from "node:timers/promises";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { standingOf } from "./saves";
import type { Review, World } from "./world";

const WRITERS = 8;
/** Rounds with the chain on and without stand side by side, so that both meet whatever else the machine does. */
const ROUNDS = 13;
const ROUND_MS = 1500;
/** The worker seals when it is woken, and otherwise each fifteen seconds; this is harder. */
const SEAL_EACH_MS = 1000;
/** What the chain may cost. */
const AT_LEAST = 0.9;

export type ChainOutcome = {
  /** Saves a second, half of the rounds slower. */
  on: number;
  off: number;
  /** Of each round on to the round off beside it, half of them lower. */
  ratio: number;
  met: boolean;
};

/**
 * Eight writers of the service at once, with entries linked while they write and without, by turns. What a round
 * with the chain on leaves unlinked is linked in its own time, so that it pays for every entry it made.
 */
export async function auditChain(world: World): Promise<ChainOutcome> {
  const writers = await writersOf(world);
  await round(world, writers, { sealing: true });
  const pairs: { on: number; off: number }[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const onFirst = turn % 2 === 0;
    const first = await round(world, writers, { sealing: onFirst });
    const second = await round(world, writers, { sealing: !onFirst });
    pairs.push(onFirst ? { on: first, off: second } : { on: second, off: first });
  }
  const ratio = median(pairs.map(({ on, off }) => on / off));
  return {
    on: median(pairs.map(({ on }) => on)),
    off: median(pairs.map(({ off }) => off)),
    ratio,
    met: ratio >= AT_LEAST,
  };
}

/** The outcome as a line under the table. */
export function chainLine({ on, off, ratio, met }: ChainOutcome): string {
  const rates = `${on.toFixed(0)} saves/s with the audit chain on, ${off.toFixed(0)} off`;
  const aim = `at least ${AT_LEAST} of it: ${met ? "met" : "missed"}`;
  return `Eight parallel writers: ${rates}, ratio ${ratio.toFixed(3)} (${aim})`;
}

type Write = () => Promise<void>;

/** Two to a review, each with an answer of its own. */
async function writersOf(world: World): Promise<Write[]> {
  const places = world.inSections.flatMap((review) =>
    ["1.1", "1.2"].map((key) => ({ review, key })),
  );
  return Promise.all(places.slice(0, WRITERS).map((place) => writerOf(world, place)));
}

async function writerOf(
  { app, head }: World,
  { review, key }: { review: Review; key: string },
): Promise<Write> {
  const standing = await standingOf(app, review);
  const { content, revision } = standing.get(key) ?? { content: EMPTY_ANSWER, revision: 0 };
  let base = revision;
  return async () => {
    const answer = {
      key,
      content: {
        ...content,
        commentary: `What families said is kept with the plan. Time ${base}.`,
      },
      base,
      saveId: app.newId(),
      namesConfirmed: true,
    };
    const saved = await saveAnswer(app, head, {
      urn: review.urn,
      responseId: review.id,
      ...answer,
    });
    if (saved.kind !== "saved") throw new Error(`A bench save was ${saved.kind}`);
    base = saved.revision;
  };
}

/** Saves a second in one round. */
async function round(
  { app }: World,
  writers: readonly Write[],
  { sealing }: { sealing: boolean },
): Promise<number> {
  const started = performance.now();
  const left = () => ROUND_MS - (performance.now() - started);
  let saves = 0;
  const writing = writers.map(async (write) => {
    while (left() > 0) {
      await write();
      saves += 1;
      await nextTurn();
    }
  });
  const linking = async () => {
    while (left() > 0) {
      await rest(Math.min(SEAL_EACH_MS, left()));
      await sealAudit(app);
    }
  };
  await Promise.all([...writing, ...(sealing ? [linking()] : [])]);
  if (sealing) await sealAudit(app);
  const seconds = (performance.now() - started) / 1000;
  if (!sealing) await sealAudit(app);
  return saves / seconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
