/** The compiler options every app is checked with; the same as in the tsconfig.json of an app outside the platform. */
import type { CompilerOptions } from "typescript";
import { BUNDLER, ES_NEXT, ES2022, FORCE_MODULE, REACT_JSX } from "./typescript.ts";

export const LIBS = ["lib.es2023.d.ts", "lib.dom.d.ts"];

export const COMPILER_OPTIONS: CompilerOptions = {
  target: ES2022,
  module: ES_NEXT,
  moduleResolution: BUNDLER,
  moduleDetection: FORCE_MODULE,
  jsx: REACT_JSX,
  lib: LIBS,
  types: [],
  strict: true,
  isolatedModules: true,
  resolveJsonModule: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  paths: { "@/*": ["/src/*"] },
};
