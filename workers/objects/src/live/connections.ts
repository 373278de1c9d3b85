/**
 * The connections of one object: each is bound to the grant it was opened under, and known to the database, which marks
 * it when something that its access hangs on changes. Sockets hibernate; what else is a connection, the object adds.
 */
import { type AccessRecords, type StandingDeps, signInOf, standing, standingsOn } from "@edgewright/accounts";
import { ACCESS_CLOSE, type AccessEnd, GRANT_HEADER, Grant, type LiveObject, Worth } from "@edgewright/contracts";
import { fail, first, problem } from "@edgewright/core";
import { z } from "zod";
import { inTurn } from "../turns.ts";
import { AccessGate, type Line } from "./gate.ts";

export type LiveDeps = StandingDeps & { access: AccessRecords };

/** `about`: what the object keeps with it. `seq`: the number of what is sent, where it has one. */
export type LiveLine = Line & { about: unknown; send(text: string, seq?: number): void };

/** A grant that holds at this moment. */
export type AdmittedConnection = { grant: Grant; worth: Worth };

const Attachment = z.object({ grant: Grant, worth: Worth, about: z.unknown() });

/** Beyond these, "try again later" of the WebSocket registry. */
const CLOSE_CODES = { ...ACCESS_CLOSE, unknown: 1013 };

export class Connections {
  readonly gate: AccessGate<LiveLine>;
  private readonly ctx: DurableObjectState;
  private readonly object: LiveObject;
  private readonly deps: LiveDeps;
  private readonly others: () => LiveLine[];
  private readonly lineOf = new WeakMap<WebSocket, LiveLine>();
  /** Rows of the database are written one after the other: one that is left and joined at once must stay. */
  private readonly turn = inTurn();
  private joining: string[] = [];
  private rechecks = 0;

  constructor(ctx: DurableObjectState, kind: LiveObject["kind"], deps: LiveDeps, others: () => LiveLine[] = () => []) {
    this.ctx = ctx;
    this.object = { kind, id: ctx.id.toString() };
    this.deps = deps;
    this.others = others;
    this.gate = new AccessGate({ lines: () => this.lines(), standings: (grants) => this.standings(grants), clock: deps.clock });
  }

  /** Opens a connection if the grant in the request's header holds. */
  async admit(request: Request, open: (admitted: AdmittedConnection) => Response): Promise<Response> {
    const parsed = Grant.safeParse(JSON.parse(request.headers.get(GRANT_HEADER) ?? "null"));
    if (!parsed.success) return new Response("A grant is expected here.", { status: 400 });
    const grant = parsed.data;
    const signIn = signInOf(grant.holder);
    this.joining.push(signIn);
    let answer: Response;
    try {
      await this.turn(() => this.deps.access.connect(this.object, grant));
      const now = await this.standingNow(grant);
      answer = "end" in now ? refusal(now.end) : open({ grant, worth: now });
    } finally {
      this.joining.splice(this.joining.indexOf(signIn), 1);
    }
    if (!answer.ok && answer.status !== 101) await this.left({ grant });
    return answer;
  }

  accept({ grant, worth }: AdmittedConnection, about: unknown, tags: string[] = []): { response: Response; socket: WebSocket } {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, tags);
    server.serializeAttachment({ grant, worth, about });
    return { response: new Response(null, { status: 101, webSocket: client }), socket: server };
  }

  /** Of all, or of the sockets with a tag. */
  lines(tag?: string): LiveLine[] {
    const sockets = this.ctx.getWebSockets(tag).map((socket) => this.line(socket));
    return (tag === undefined ? [...sockets, ...this.others()] : sockets).filter((line) => line.isOpen());
  }

  line(socket: WebSocket): LiveLine {
    const known = this.lineOf.get(socket) ?? socketLine(socket);
    this.lineOf.set(socket, known);
    return known;
  }

  async recheck(): Promise<string[]> {
    this.rechecks++;
    await this.gate.recheck();
    return this.signIns();
  }

  /** A connection is gone. */
  async left({ grant }: { grant: Grant }): Promise<void> {
    const signIn = signInOf(grant.holder);
    await this.turn(async () => {
      if (!this.signIns().includes(signIn)) await this.deps.access.disconnect(this.object, signIn);
    });
  }

  /** A change that comes while it is asked is not missed: it is asked again. */
  private async standingNow(grant: Grant) {
    for (;;) {
      const seen = this.rechecks;
      const now = await standing(this.deps, grant);
      if (seen === this.rechecks) return now;
    }
  }

  private signIns(): string[] {
    return [...new Set([...this.lines().map(({ grant }) => signInOf(grant.holder)), ...this.joining])];
  }

  /** All connections of an object are to one app. */
  private standings(grants: Grant[]) {
    return standingsOn(
      this.deps,
      first(grants),
      grants.map(({ holder }) => holder),
    );
  }
}

function socketLine(socket: WebSocket): LiveLine {
  const { grant, worth, about } = Attachment.parse(socket.deserializeAttachment());
  const end = (code: number, reason: string) => socket.close(code, reason);
  return {
    grant,
    worth,
    about,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    end: (why) => end(CLOSE_CODES[why], why),
    send(text) {
      try {
        socket.send(text);
      } catch {
        end(1011, "The connection was lost");
      }
    },
  };
}

const refusal = (end: Exclude<AccessEnd, "changed">): Response =>
  problem(
    end === "signed_out"
      ? fail("unauthenticated", "You are not signed in any more.", { next: "Sign in, then try again." }).error
      : fail("forbidden", "You have no access to this any more.", { next: "Ask an administrator of the organization." }).error,
  );
