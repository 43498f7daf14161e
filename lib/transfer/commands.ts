import "server-only";

import { lockCatalogue } from "@/lib/catalogue/catalogue-lock";
import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { checkStage } from "./check";
import { matchPeople } from "./match-people";
import type { TransferOutcome } from "./outcome";
import { Problems } from "./problems";
import { readTransfer, type Singles } from "./read";
import { createStage, finishStage, Stage } from "./stage";
import { holdConference, writeCatalogue } from "./write-catalogue";
import { writeDecisions, writeRadar, writeRound } from "./write-decisions";
import { writeMarks } from "./write-marks";

// Two million marks take some minutes.
const PATIENCE = { maxWait: 10_000, timeout: 2 * 60 * 60_000 };

/**
 * Brings a file of another installation, or of another team, into the viewer's team: everything or nothing, in one
 * transaction. With `isCheck` all of it is done and taken back, so that what is said would come is what comes. What is here
 * stays, and what is in both is there once; bringing the same file in again changes nothing. `path` is the file on this
 * machine.
 */
export async function transferIn(
  viewer: TeamViewer,
  { path, isCheck }: { path: string; isCheck: boolean },
): Promise<Result<TransferOutcome>> {
  const permitted = permit(viewer, "team.transfer");
  if (!permitted.ok) return permitted;
  try {
    return await db().$transaction(async (tx) => {
      if (!(await isOnlyOne(tx, viewer))) return refuse("conflict", BUSY);
      const result = await bringIn(tx, viewer, path);
      if (isCheck || !result.ok) throw new TakenBack(result);
      return result;
    }, PATIENCE);
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    throw error;
  }
}

const BUSY =
  "Another file is being brought into your team, or checked, at this moment. Wait until it is done, then try again.";

/** Ends a transaction so that nothing of it stays, with what there is to say about it. */
class TakenBack extends Error {
  constructor(readonly result: Result<TransferOutcome>) {
    super("taken back");
  }
}

/** Of two files for one team at once the second is told to wait; those of two teams wait for each other's writing alone. */
async function isOnlyOne(tx: Tx, { teamId }: TeamViewer): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('team.transfer ' || ${teamId}, 0)) AS held`;
  return lock?.held ?? false;
}

async function bringIn(tx: Tx, viewer: TeamViewer, path: string): Promise<Result<TransferOutcome>> {
  const problems = new Problems();
  await createStage(tx);
  const stage = new Stage(tx);
  const singles = await readTransfer(path, problems, (list, elements) => stage.take(list, elements));
  if (!singles) return problems.refusal();
  await stage.flush();
  await finishStage(tx);
  await checkStage(tx, singles.round, problems);
  return problems.total > 0 ? problems.refusal() : ok(await write(tx, viewer, singles));
}

async function write(tx: Tx, viewer: TeamViewer, singles: Singles): Promise<TransferOutcome> {
  const { about, conference, round, radar } = singles;
  // Before any other lock: whoever else adds to the catalogue waits, and holds nothing that is needed here.
  await lockCatalogue(tx);
  const { id: conferenceId, isNew } = await holdConference(tx, conference);
  const into = { teamId: viewer.teamId, conferenceId };
  const announcements = await writeCatalogue(tx, conferenceId);
  const people = await matchPeople(tx, viewer.teamId, round?.openedBy ?? null);
  const marks = await writeMarks(tx, into);
  const decided = await writeDecisions(tx, into);
  const outcome: TransferOutcome = {
    from: { team: about.team.name, address: about.address, at: about.at },
    conference: { slug: conference.slug, name: conference.name, isNew },
    ...{ hiddenMarks: about.hiddenMarks, announcements, people },
    ...{ votes: marks.votes, comments: marks.comments, decisions: decided.decisions },
    history: marks.events + decided.events,
    round: await writeRound(tx, into, singles),
  };
  await writeRadar(tx, into, radar);
  const subject = { type: "conference", id: conferenceId };
  await recordAudit(tx, { viewer, action: "team.transferred", subject, data: outcome });
  return outcome;
}
