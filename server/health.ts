import { Router } from "express";

/** The parts `/readyz` asks; each says whether it is well. */
export type Readiness = Record<string, () => boolean | Promise<boolean>>;

async function answerOf(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}

/** Asks every part once; true only when all are well. */
export async function readinessOf(
  checks: Readiness,
): Promise<{ ready: boolean; parts: Record<string, boolean> }> {
  const asked = Object.entries(checks).map(
    async ([name, check]) => [name, await answerOf(check)] as const,
  );
  const parts = Object.fromEntries(await Promise.all(asked));
  return { ready: Object.values(parts).every(Boolean), parts };
}

/**
 * `/healthz`: the process answers. `/readyz`: send it visitors (200), or not now (503), with each part.
 * Both name parts only, never versions or paths.
 */
export function healthRoutes(checks: Readiness): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.set("Cache-Control", "no-store").json({ alive: true });
  });
  router.get("/readyz", (_req, res, next) => {
    readinessOf(checks).then(
      (answer) =>
        res
          .status(answer.ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json(answer),
      next,
    );
  });
  return router;
}
