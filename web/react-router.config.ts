/** React Router's framework mode: pages are rendered on the server, then taken over in the browser. */
import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // All addresses in one file that the browser keeps, instead of some of them written into each page and the rest asked for.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
