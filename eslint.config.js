import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "build/",
      "data/",
      "migrations/",
      "node_modules/",
      "test-results/",
      "playwright-report/",
      "tools/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["db/types.pg.ts"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 120, skipComments: true }],
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "zod",
              message: "Import z from ~/domain/zod: it sets jitless, which a strict CSP needs.",
            },
            { name: "remix", message: "Import from @remix-run/*." },
          ],
        },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "lib", name: "Response" }] },
      ],
      // Called deprecated only to be noticed; app/platform/oidc-providers.server.ts says when it is used.
      "@typescript-eslint/no-deprecated": [
        "error",
        {
          allow: [{ from: "package", package: "openid-client", name: "allowInsecureRequests" }],
        },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
    },
  },
  { files: ["**/*.js", "**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["app/domain/zod.ts"], rules: { "no-restricted-imports": "off" } },
  {
    // Merging into a library's interface takes an interface.
    files: ["app/platform/load-context.ts", "app/auth/lucia.server.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  {
    files: ["tests/**", "app/commands/**"],
    rules: { "no-console": "off", "max-lines-per-function": "off" },
  },
);
