/** What makes two findings the same one, though it has moved within its file. Used to notice that a repair goes in circles. */
import type { Finding } from "@edgewright/contracts";

export const findingIdentity = ({ file, code, message }: Finding): string => `${file}\n${code}\n${message}`;
