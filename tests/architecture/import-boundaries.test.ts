import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles, type Import } from "./source-files";

const files = sourceFiles("app", "db", "server");
const imports = files.flatMap(importsOf);

const WEB = /^(react|react-dom|react-hook-form|@remix-run\/|@hookform\/)/;

type Rule = {
  /** Layers it may import, beside itself. */
  may: string[];
  /** Layers of which it may import types. */
  types?: string[];
  /** Whether it may import React and Remix, or which part. */
  web: boolean | RegExp;
  /** Packages; any, unless given. */
  packages?: RegExp;
};

const ALL = [
  "domain",
  "forms",
  "components",
  "services",
  "auth",
  "pdf",
  "signing",
  "platform",
  "db",
];

/** Who may import whom (style.md section 4.2). */
const RULES: Record<string, Rule> = {
  domain: { may: [], web: false, packages: /^(zod|canonicalize|diff|yaml|min-cost-flow)$/ },
  forms: { may: ["domain"], web: false, packages: /^$/ },
  components: { may: ["domain", "forms"], types: ["services"], web: true },
  routes: {
    may: ["domain", "forms", "components", "services", "auth", "platform", "styles"],
    web: true,
  },
  services: {
    may: ["domain", "auth", "pdf", "signing", "platform", "db"],
    types: ["forms"],
    web: false,
  },
  pdf: { may: ["domain"], types: ["platform"], web: false },
  signing: { may: ["platform"], types: ["domain"], web: false },
  auth: { may: ["domain", "platform", "db"], web: /^@remix-run\/node$/ },
  db: { may: ["domain"], web: false },
  // make-app.server.ts opens the database that the App carries.
  platform: { may: ["domain", "db"], web: /^@remix-run\/(node|express|react)$/ },
  commands: { may: ALL.filter((layer) => layer !== "components"), web: false },
  // Stands between the pages and the network, in the browser.
  "service-worker": { may: ["domain"], web: false, packages: /^$/ },
  // root, entries and routes.ts stand where routes do.
  root: { may: [...ALL.filter((layer) => layer !== "db"), "styles"], web: true },
  server: { may: ["domain", "services", "auth", "platform", "signing", "pdf", "db"], web: true },
};

function layerOf(file: string): string {
  if (file.startsWith("db/")) return "db";
  if (file.startsWith("server/")) return "server";
  const [, folder, rest] = file.split("/");
  return rest === undefined ? "root" : (folder ?? "root");
}

const written = ({ from, to }: Import): string => `${from} imports ${to}`;

function isAllowed(one: Import): boolean {
  const rule = RULES[layerOf(one.from)];
  if (rule === undefined) return false;
  if (one.isPackage) {
    if (one.to.startsWith("node:"))
      return layerOf(one.from) !== "domain" && layerOf(one.from) !== "forms";
    if (WEB.test(one.to)) return typeof rule.web === "boolean" ? rule.web : rule.web.test(one.to);
    return rule.packages === undefined || rule.packages.test(one.to);
  }
  const to = layerOf(one.to);
  if (to === layerOf(one.from) || rule.may.includes(to)) return true;
  return one.typeOnly && (rule.types ?? []).includes(to);
}

describe("imports", () => {
  test("are found at all", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.filter(({ isPackage }) => !isPackage).length).toBeGreaterThan(100);
  });

  test("keep to the layers", () => {
    expect(imports.filter((one) => !isAllowed(one)).map(written)).toEqual([]);
  });

  test("never lead from one route to another", () => {
    const between = imports.filter(
      ({ from, to }) => layerOf(from) === "routes" && layerOf(to) === "routes",
    );
    const sameFolder = ({ from, to }: Import) =>
      from.split("/")[2] === to.split("/")[2] && from.split("/").length > 3;
    expect(between.filter((one) => !sameFolder(one)).map(written)).toEqual([]);
  });

  test("of the database stand only in *.server.ts files and commands", () => {
    const ofDb = imports.filter(
      (one) => layerOf(one.to) === "db" && !one.isPackage && layerOf(one.from) !== "db",
    );
    const outside = ofDb.filter(
      ({ from, typeOnly }) =>
        !typeOnly && !/\.server\.tsx?$/.test(from) && !/^(app\/commands|server)\//.test(from),
    );
    expect(outside.map(written)).toEqual([]);
  });

  test("of zod go through the one place that makes it safe under a strict CSP", () => {
    const direct = imports.filter(({ from, to }) => to === "zod" && from !== "app/domain/zod.ts");
    expect(direct.map(written)).toEqual([]);
  });

  test("inside db are relative, so that both sets of types resolve", () => {
    const aliased = sourceFiles("db").filter((file) =>
      /(from|import\() ?"~/.test(readFileSync(file, "utf8")),
    );
    expect(aliased).toEqual([]);
  });

  test("make no circle", () => {
    expect(findCircle()).toEqual([]);
  });
});

/** The files of the first circle of imports found; types alone make none. */
function findCircle(): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to, isPackage, typeOnly } of imports) {
    if (!isPackage && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of files) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
