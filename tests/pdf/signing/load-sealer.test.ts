import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectSealedPdf } from "~/signing/inspect-sealed-pdf.server";
import { loadSealer } from "~/signing/load-sealer.server";
import { SEALED_AT } from "~tests/support/a-sealer";
import { aSubmission } from "~tests/support/a-submission";
import { testPkcs12 } from "~tests/support/test-pkcs12";
import { printedCopy } from "~tests/support/printed-copy";

const NOW = new Date("2026-11-01T00:00:00Z");
const folder = () => mkdtempSync(join(tmpdir(), "sealer-"));
const development = (dataDir: string) =>
  loadSealer({ dataDir, production: false, p12Path: undefined, passphrase: undefined }, NOW);

test("the development key is made once and kept for its owner only", async () => {
  const dataDir = folder();
  const [first, second] = await Promise.all([development(dataDir), development(dataDir)]);
  const third = await development(dataDir);
  expect(second.certificatePem).toBe(first.certificatePem);
  expect(third.certificatePem).toBe(first.certificatePem);
  expect(readdirSync(join(dataDir, "keys"))).toEqual(["development-seal.pem"]);
  expect(statSync(join(dataDir, "keys", "development-seal.pem")).mode & 0o077).toBe(0);
});

test("the development certificate says what it is, signs itself and lasts ten years", async () => {
  const certificate = new X509Certificate((await development(folder())).certificatePem);
  expect(certificate.subject).toBe("CN=Inclusion Review development seal");
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(new Date(certificate.validTo)).toEqual(new Date("2036-11-01T00:00:00Z"));
});

test("production refuses to start without a key of its own", async () => {
  const settings = {
    dataDir: folder(),
    production: true,
    p12Path: undefined,
    passphrase: undefined,
  };
  await expect(loadSealer(settings, NOW)).rejects.toThrow("SEAL_P12 is missing");
});

describe("SEAL_P12", () => {
  test("a file with AES encryption seals, in production too", async () => {
    const { path, passphrase, certificatePem } = testPkcs12();
    const sealer = await loadSealer(
      { dataDir: folder(), production: true, p12Path: path, passphrase },
      NOW,
    );
    const composed = await printedCopy(aSubmission());
    const act = { signedAt: SEALED_AT, name: "Inclusion Review", reference: "IT26-900412-1-7KQD" };
    const found = inspectSealedPdf(await sealer.seal(composed, act));
    expect(sealer.certificatePem).toBe(certificatePem);
    expect(found).toMatchObject({
      signerCertificatePem: certificatePem,
      digestOk: true,
      signatureOk: true,
      coversWholeFile: true,
    });
  });

  test("a wrong passphrase is told in words", async () => {
    const { path } = testPkcs12();
    const settings = { dataDir: folder(), production: true, p12Path: path, passphrase: "wrong" };
    await expect(loadSealer(settings, NOW)).rejects.toThrow(
      "SEAL_P12 cannot be opened with SEAL_PASSPHRASE",
    );
  });
});
