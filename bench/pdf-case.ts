import type { App } from "~/platform/app.server";
import { pdfTask } from "~/services/documents/make-document.server";
import { findLatestStanding } from "~db/queries/submissions";
import { findSchoolByUrn } from "~db/queries/schools";
import type { Aim, Case } from "./cases";
import { startChild, type Child } from "./children";
import { replyOf, type Floor } from "./floor";
import type { World } from "./world";

/** A school that has signed its Toolkit in the demonstration. */
const SIGNED = "118698";

const PDF_AIM: Aim = {
  words: "under 400 ms at one connection",
  met: ({ service }) => service.connections > 1 || service.p50 < 400,
};

/** The sealed PDF of a Toolkit of the demonstration, composed and sealed afresh for each request. */
export async function pdfCase(world: World, floor: Floor): Promise<{ server: Child; pdf: Case }> {
  const { app } = world;
  const submissionId = await aSignedToolkit(app);
  const message = await pdfTask(app, { submissionId, madeAt: app.clock.now() });
  const flags = ["--import", "tsx"];
  const server = await startChild({ file: "bench/pdf-server.ts", flags, message });
  const path = "/pdf";
  await floor.keep(await replyOf(`GET ${path}`, await fetch(server.origin + path)));
  const load = {
    requestOf: () => Promise.resolve({ method: "GET", path, headers: {} }),
    status: 200,
  };
  const pdf: Case = {
    name: "Signed PDF",
    aim: PDF_AIM,
    service: { ...load, origin: server.origin },
    floor: { ...load, origin: floor.origin },
  };
  return { server, pdf };
}

async function aSignedToolkit(app: App): Promise<string> {
  const schoolId = (await findSchoolByUrn(app.db.read, SIGNED))?.id ?? "";
  const questionnaireKey = "inclusion-toolkit";
  const copy = await findLatestStanding(app.db.read, {
    schoolId,
    questionnaireKey,
    readOutside: false,
  });
  if (copy === undefined) throw new Error(`${SIGNED} has signed no Toolkit`);
  return copy.id;
}
