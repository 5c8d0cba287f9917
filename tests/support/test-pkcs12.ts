import { readFileSync } from "node:fs";

/** A PKCS#12 file as OpenSSL 3 writes it, with a key that is used nowhere but here. */
export function testPkcs12(): { path: string; passphrase: string; certificatePem: string } {
  return {
    path: "tests/support/files/test-seal.p12",
    passphrase: "only-for-tests",
    certificatePem: readFileSync("tests/support/files/test-seal.pem", "utf8"),
  };
}
