/** Where the content of files lies, by its SHA-256: R2 on the platform, a folder where an app is served by itself. */
export interface FileContents {
  /** The same content again is harmless. */
  put(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** `length` bytes from `from` on; null: it is not there. */
  read(sha256: string, from: number, length: number): Promise<ReadableStream<Uint8Array> | null>;
  /** What is not there is none the worse. */
  remove(sha256: string): Promise<void>;
  /** All of the app's data. */
  clear(): Promise<void>;
}
