/** The browser's catalogue as the booted app's `require` sees it. What needs a real page is replaced by what renders in place. */
import * as variants from "class-variance-authority";
import * as clsx from "clsx";
import * as dates from "date-fns";
import * as dateConstants from "date-fns/constants";
import * as locales from "date-fns/locale";
import * as icons from "lucide-react";
import * as React from "react";
import * as jsxDev from "react/jsx-dev-runtime";
import * as jsx from "react/jsx-runtime";
import * as dom from "react-dom";
import * as router from "react-router";
import * as routerDom from "react-router/dom";
import * as charts from "recharts";
import * as merge from "tailwind-merge";
import * as zod from "zod";
import * as kit from "./app-kit.ts";

type Render = (element: React.ReactNode) => void;

/** `render` gets what the app hands to its root. */
export function packages(render: Render): Record<string, object> {
  const root = { render, unmount: () => undefined };
  const client = {
    createRoot: () => root,
    hydrateRoot: (_container: unknown, element: React.ReactNode) => {
      render(element);
      return root;
    },
  };
  const inPlace = {
    createPortal: (children: React.ReactNode) => React.createElement(React.Fragment, null, children),
    flushSync: (work: () => unknown) => work(),
  };
  return {
    react: module(React),
    "react/jsx-runtime": module(jsx),
    "react/jsx-dev-runtime": module(jsxDev),
    "react-dom": module({ ...dom, default: { ...dom, ...inPlace }, ...inPlace }),
    "react-dom/client": module({ ...client, default: client }),
    "react-router": module(router),
    "react-router/dom": module(routerDom),
    recharts: module(charts),
    "lucide-react": module(icons),
    "date-fns": module(dates),
    "date-fns/locale": module(locales),
    "date-fns/constants": module(dateConstants),
    clsx: module(clsx),
    "tailwind-merge": module(merge),
    "class-variance-authority": module(variants),
    zod: module(zod),
    "zod/v4": module(zod),
    "@edgewright/app-kit": module(kit satisfies Record<keyof typeof import("@edgewright/app-kit"), unknown>),
  };
}

const module = (names: object): object => Object.assign(Object.create(null), names, { __esModule: true });
