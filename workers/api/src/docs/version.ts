/** The version the API says it is: the platform's own. */
import platform from "../../../../package.json" with { type: "json" };

export const VERSION: string = platform.version;
