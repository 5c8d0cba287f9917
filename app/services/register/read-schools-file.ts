import { readHeader, type Header } from "~/domain/register/columns";
import { lineProblemWords } from "~/domain/register/problem-words";
import { readLine, schoolOf } from "~/domain/register/read-line";
import type { RegisterSchool } from "~/domain/register/school-fields";
import { readCsvFile } from "./read-csv-file";

/** Every school of a file that is known to be sound, like the demonstration's. Throws where it is not. */
export async function readSchoolsFile(file: string): Promise<RegisterSchool[]> {
  const schools: RegisterSchool[] = [];
  let header: Header | null = null;
  const read = await readCsvFile(file, (cells, line) => {
    if (header === null) {
      const found = readHeader(cells);
      if (!found.ok) throw new Error(`${file} has no column ${found.problem.join(", ")}`);
      header = found.value;
      return true;
    }
    const { said, problems } = readLine(header, cells, line);
    if (problems.length > 0) throw new Error(problems.map(lineProblemWords).join("\n"));
    schools.push(schoolOf(said));
    return true;
  });
  if (!read.ok) throw new Error(`${file} breaks off on line ${read.problem.line}`);
  return schools;
}
