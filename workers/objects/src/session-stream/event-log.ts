/** The append-only log of a session: numbering, replay, and compaction once a job has ended. */

import { type NewEvent, StreamEvent } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { first } from "@edgewright/core";

type EventRow = { seq: number; at: number; job_id: string | null; type: string; data: string };

const toEvent = (row: EventRow): StreamEvent =>
  StreamEvent.parse({ seq: row.seq, at: row.at, jobId: row.job_id, type: row.type, data: JSON.parse(row.data) });

export class EventLog {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  append(events: NewEvent[], jobId: string | null, at: number): StreamEvent[] {
    return events.map((event) => {
      const rows = this.sql.all<{ seq: number }>(
        "insert into events (at, job_id, type, data) values (?, ?, ?, ?) returning seq",
        at,
        jobId,
        event.type,
        JSON.stringify(event.data),
      );
      return { ...event, seq: first(rows).seq, at, jobId };
    });
  }

  read(after: number, limit: number): StreamEvent[] {
    return this.sql.all<EventRow>("select * from events where seq > ? order by seq limit ?", after, limit).map(toEvent);
  }

  lastSeq(): number {
    return this.sql.all<{ seq: number | null }>("select max(seq) as seq from events")[0]?.seq ?? 0;
  }

  /** The newest version this session knows to be live. */
  liveVersion(): number | null {
    const [row] = this.sql.all<{ version: number | null }>(
      "select max(json_extract(data, '$.version')) as version from events where type in ('build.version', 'preview.ready', 'version.live')",
    );
    return row?.version ?? null;
  }

  /** Replaces the job's earlier event about its place in the queue; returns nothing when the place is the same. */
  replacePlace(jobId: string, place: number, at: number): StreamEvent[] {
    const [said] = this.sql.all<{ seq: number; place: number }>(
      "select seq, json_extract(data, '$.place') as place from events where job_id = ? and type = 'job.placed'",
      jobId,
    );
    if ((said?.place ?? 0) === place) return [];
    if (said) this.sql.all("delete from events where seq = ?", said.seq);
    return this.append([{ type: "job.placed", data: { place } }], jobId, at);
  }

  /** Drops what a later event of the job says in full: deltas of whole messages, progress of written files, places in the queue. */
  compact(jobId: string): void {
    this.sql.all(
      `delete from events where job_id = ? and (type = 'job.placed'
        or (type = 'message.delta' and exists (select 1 from events later where later.job_id = events.job_id and later.seq > events.seq
          and later.type in ('message.assistant', 'question.asked')
          and json_extract(later.data, '$.messageId') = json_extract(events.data, '$.messageId')))
        or (type = 'file.writing' and exists (select 1 from events later where later.job_id = events.job_id and later.seq > events.seq
          and later.type in ('file.written', 'file.deleted', 'file.refused', 'edit.refused')
          and json_extract(later.data, '$.path') = json_extract(events.data, '$.path'))))`,
      jobId,
    );
  }
}
