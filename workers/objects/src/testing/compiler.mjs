/** Stands in for the compiler in the objects' tests: what it was given to build says so. */
import { WorkerEntrypoint } from "cloudflare:workers";

export class Compiler extends WorkerEntrypoint {
  transform({ id }) {
    return { code: `/* ${id}, built elsewhere */`, imports: [], addresses: [], findings: [], serves: [] };
  }
  styles({ words }) {
    return { css: `/* ${words.length} words, built elsewhere */`, findings: [], sheets: {}, addresses: [], serves: [], outside: [] };
  }
}

export default { fetch: () => new Response(null, { status: 404 }) };
