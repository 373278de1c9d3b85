/** React Router's framework mode: pages are rendered on the server, then taken over in the browser. */
import type { Config } from "@react-router/dev/config";

export default { ssr: true } satisfies Config;
