/** The module name under which a package of the catalogue lies beside an app's server code. Used by the server build and build-vendor. */
export const serverFile = (specifier: string): string => `${specifier.replaceAll("/", "_")}.js`;
