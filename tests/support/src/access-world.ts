/** A project and people who may see it, as rows: what grants are worth in tests that run in workerd. */
import { openDatabase } from "@edgewright/adapters";
import type { Grant, Role, TokenGrant } from "@edgewright/contracts";
import { newId } from "@edgewright/core";
import { schema } from "@edgewright/db";

const HOUR_MS = 3600_000;

export async function accessWorld(binding: D1Database) {
  const database = openDatabase(binding);
  const [organizationId, projectId] = [newId("org"), newId("prj")];
  const now = new Date();
  const at = { createdAt: now, updatedAt: now };
  await database.insert(schema.organizations).values({ id: organizationId, name: "Acme", slug: organizationId, createdAt: now });
  const project = { id: projectId, organizationId, name: "Tasks", slug: projectId, createdBy: "usr_1", createdAt: 0, updatedAt: 0 };
  await database.insert(schema.projects).values(project);
  /** Somebody who is signed in. */
  const member = async (role: Role): Promise<Grant> => {
    const [userId, id] = [newId("usr"), newId("ses")];
    await database.insert(schema.users).values({ id: userId, name: role, email: `${userId}@example.test`, ...at });
    await database.insert(schema.members).values({ id: newId("mem"), organizationId, userId, role, createdAt: now });
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await database.insert(schema.authSessions).values({ id, token: id, userId, expiresAt, ...at });
    return { projectId, holder: { kind: "session", id, userId } };
  };
  /** `ownerId`: a person's, or the organization's. */
  const token = async (ownerId: string, role: Role): Promise<Grant> => {
    const [id, own] = [newId("tok"), ownerId === organizationId];
    const bounds: TokenGrant = {
      role,
      scopes: ["projects:read"],
      organizationId: own ? ownerId : null,
      createdBy: { id: "usr_1", name: "Ada" },
    };
    const metadata = JSON.stringify(bounds);
    await database.insert(schema.apikeys).values({ id, configId: "default", referenceId: ownerId, key: id, metadata, ...at });
    return { projectId, holder: { kind: "token", id, userId: own ? null : ownerId } };
  };
  return { database, organizationId, projectId, member, token, admin: await member("admin") };
}
