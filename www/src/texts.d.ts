// Fluent files and style sheets come into the bundles as text (see xtask/src/pack.rs).
declare module "*.ftl" {
  const text: string;
  export default text;
}
declare module "*.css" {
  const text: string;
  export default text;
}

/** True only in the build for browser tests: fixed clock, fixed randomness, loopback catcher. */
declare const TEST_HOOKS: boolean;
/** Version of the package. */
declare const VERSION: string;
/** Commit that was built, or "unknown". */
declare const COMMIT: string;
/** `www/index.template.html` with its note filled in; only in the shell. */
declare const TEMPLATE: string;
