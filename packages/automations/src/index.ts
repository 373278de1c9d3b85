/** What an app does by itself, inside the object that keeps its rows: what sets automations off, and their runs. What they are as files is in ./files, what is done for them outside in ./outside. */
export { AppAutomations, type AppAutomationsDeps } from "./app-automations.ts";
