import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the project, found upwards from this file: the same whether the code runs from its source or
 * from a bundle under `build`.
 */
export function projectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json")) || !existsSync(path.join(folder, "db"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The project's folder could not be found");
    folder = above;
  }
  return folder;
}
