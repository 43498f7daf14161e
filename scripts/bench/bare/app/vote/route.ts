import { prisma } from "../../database";

type Body = { team: string; announcement: string; person: string; choice: "adopt" | "investigate" | "ignore" };

/** The floor of a vote: the same upsert, with nobody asking who you are. */
export async function POST(request: Request) {
  const { team: teamId, announcement: announcementId, person: personId, choice }: Body = await request.json();
  await prisma.vote.upsert({
    where: { teamId_announcementId_personId: { teamId, announcementId, personId } },
    create: { teamId, announcementId, personId, choice },
    update: { choice, updatedAt: new Date() },
  });
  return Response.json({ ok: true });
}
