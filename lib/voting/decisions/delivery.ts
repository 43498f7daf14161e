import "server-only";

import type { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { can, permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import type { Decision, Delivery } from "./decision";
import { dayFromNow, deliverySchema, type DeliveryInput } from "./schema";
import { readStanding } from "./stands";
import { carryOn } from "./store";

/** How far a decision is carried out, and since which day. */
export type Delivered = { delivery: Delivery; deliveryOn: string };

/**
 * Says how far a decision to adopt or investigate is carried out, and since when: whoever owns it may, and a lead. What is
 * settled stays as it is. When somebody said otherwise since the form was filled (`was`), nothing is stored.
 */
export async function recordDelivery(viewer: TeamViewer, input: DeliveryInput): Promise<Result<Delivered>> {
  const permitted = permit(viewer, "delivery.record");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(deliverySchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    record(viewer, { ...parsed.value, announcementId }),
  );
}

function record(
  viewer: TeamViewer,
  { announcementId, was, delivery, on }: z.output<typeof deliverySchema>,
): Promise<Result<Delivered>> {
  const isAnyones = can(viewer, "decision.settle");
  const deliveryOn = on ?? dayFromNow(0);
  return db().$transaction(async (tx) => {
    const isStored = await carryOn(tx, viewer, { announcementId, was, delivery, on: deliveryOn }, { isAnyones });
    if (isStored) return ok({ delivery, deliveryOn });
    const standing = (await readStanding(tx, viewer, [announcementId])).get(announcementId);
    if (!standing) return refuseNotFound("announcement");
    const { decision } = standing;
    if (!decision) return refuse("conflict", "The decision was reopened meanwhile: there is nothing to carry out.");
    if (!isAnyones && decision.owner?.personId !== viewer.personId) return refuse("forbidden", NOT_THE_OWNER);
    if (decision.choice === "ignore")
      return refuse("conflict", "It was decided to ignore it: there is nothing to carry out.");
    const isDone = decision.delivery === delivery && decision.deliveryOn === deliveryOn;
    return isDone ? ok({ delivery, deliveryOn }) : refuse("conflict", otherwise(decision));
  });
}

function otherwise({ delivery }: Decision): string {
  return `It was set to ${delivery} meanwhile. Look at what stands, then say again what is so.`;
}

const NOT_THE_OWNER = "Only its owner or a lead can say how far it is. Ask one of them.";
