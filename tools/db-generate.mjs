// Writes the migrations of both engines from the one schema: npm run db:generate [-- --name what-changed]
import { spawnSync } from "node:child_process";

for (const url of ["", "postgres://schema-only"]) {
  const result = spawnSync("npx", ["drizzle-kit", "generate", ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: url },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
