export type Channel = { name: string };
export type Message = { channel: string; writer: string; text: string };
