import "server-only";

import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export type AuditEntry = {
  /** Who did it, and in which team when it belongs to one. A viewer fits as it is. */
  viewer: { personId: string; teamId?: string };
  /** Noun and past participle: "membership.removed", "import.published". */
  action: `${string}.${string}`;
  subject: { type: string; id: string };
  /** What a reader needs once the subject is gone: names, old and new values. Never a password or a token. */
  data?: Prisma.InputJsonObject;
};

/** Adds an event to the audit log, in the transaction of what it tells about. Events outlive their subjects. */
export async function recordAudit(tx: Tx, { viewer, action, subject, data = {} }: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: viewer.personId,
      teamId: viewer.teamId ?? null,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      data,
    },
    select: { id: true },
  });
}
