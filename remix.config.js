/**
 * Options of the Remix compiler. `vite.config.ts` passes them to the Remix plugin.
 * Every v3 flag is on, so that moving to the next major changes nothing here, but one: see
 * docs/decisions/0011-routes-told-at-once.md.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*.test.*"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: true,
  },
};
