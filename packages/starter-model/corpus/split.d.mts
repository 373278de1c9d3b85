export function isHeldOut(id: string): boolean;
