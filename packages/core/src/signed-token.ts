/** Short signed claims (JWT, HS256), such as the hand-over from the workspace to a preview host. */
import { jwtVerify, SignJWT } from "jose";
import type { z } from "zod";

const key = (secret: string) => new TextEncoder().encode(secret);

export const signToken = (
  claims: Record<string, unknown>,
  options: { secret: string; audience: string; expiresInSeconds: number },
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(options.audience)
    .setIssuedAt()
    .setExpirationTime(`${options.expiresInSeconds}s`)
    .sign(key(options.secret));

/** The claims, or null for a token that is forged, expired, meant for someone else or of another shape. */
export async function verifyToken<T>(token: string, shape: z.ZodType<T>, options: { secret: string; audience: string }): Promise<T | null> {
  try {
    const { payload } = await jwtVerify(token, key(options.secret), { audience: options.audience, algorithms: ["HS256"] });
    const parsed = shape.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
