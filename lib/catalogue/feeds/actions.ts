"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { sessionResult, teamViewerResult } from "@/lib/identity/gates";
import type { TeamViewer } from "@/lib/identity/types";

import { viewerOfFeed } from "./access";
import { checkFeedNow, pauseFeed, unsubscribe } from "./commands";
import { reverseRule } from "./reverse-rule";
import { removeRule, saveRule, tryRule } from "./rule-commands";
import { subscribeFeed, tryFeed } from "./subscribe";
import type { FeedPreview, RuleTrial } from "./types";
import { appliedSentence, reversedSentence } from "./words";

export type SubscribeState = FormState & { preview?: FeedPreview };
export type RuleFormState = FormState & { trial?: RuleTrial };

/** Looks what stands at an address, or subscribes to it and goes on to the feed; what was typed stays. */
export async function subscribeByForm(_: SubscribeState, form: FormData): Promise<SubscribeState> {
  const viewer = await teamViewerResult(field(form, "team"));
  if (!viewer.ok) return formState(viewer, form, "");
  const input = { url: field(form, "url"), conferenceSlug: field(form, "conferenceSlug") };
  if (field(form, "step") !== "subscribe") {
    const found = await tryFeed(viewer.value, input);
    return found.ok ? { preview: found.value, values: typedValues(form) } : formState(found, form, "");
  }
  const made = await subscribeFeed(viewer.value, input);
  if (!made.ok) return formState(made, form, "");
  redirect(`/imports/feeds/${made.value.feedId}`);
}

/** Checks a feed at once. */
export async function checkNow(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await feedViewer(form);
  const result = viewer.ok ? await checkFeedNow(viewer.value, field(form, "feedId")) : viewer;
  if (viewer.ok) refresh();
  return result.ok ? { done: result.value.found } : { problem: result.problem };
}

/** Pauses a feed or lets it go on. */
export async function pauseByForm(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await feedViewer(form);
  const isPaused = field(form, "pause") === "yes";
  const result = viewer.ok ? await pauseFeed(viewer.value, field(form, "feedId"), { isPaused }) : viewer;
  if (!result.ok) return { problem: result.problem };
  refresh();
  return { done: isPaused ? "Paused." : "Checked again by the clock." };
}

/** Ends a subscription and goes back to the list. */
export async function unsubscribeByForm(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await feedViewer(form);
  if (!viewer.ok) return { problem: viewer.problem };
  const result = await unsubscribe(viewer.value, field(form, "feedId"));
  if (!result.ok) return { problem: result.problem };
  redirect(`/imports/feeds?team=${viewer.value.teamSlug}`);
}

/** Shows what a rule would catch, or saves it and says what it did; what was typed stays until it is saved. */
export async function ruleByForm(_: RuleFormState, form: FormData): Promise<RuleFormState> {
  const viewer = await feedViewer(form);
  if (!viewer.ok) return formState(viewer, form, "");
  const feedId = field(form, "feedId");
  const { kind, value, category, action } = typedValues(form);
  const input = { kind, value, category, action };
  if (field(form, "step") !== "save") {
    const tried = await tryRule(viewer.value, feedId, input);
    return tried.ok ? { trial: tried.value, values: typedValues(form) } : formState(tried, form, "");
  }
  const saved = await saveRule(viewer.value, feedId, input);
  if (!saved.ok) return formState(saved, form, "");
  refresh();
  return { done: appliedSentence(saved.value) };
}

/** Removes a rule; what it has done stays. */
export async function removeRuleByForm(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await feedViewer(form);
  const result = viewer.ok ? await removeRule(viewer.value, field(form, "ruleId")) : viewer;
  if (!result.ok) return { problem: result.problem };
  refresh();
  return { done: "Removed. What it did stays." };
}

/** Takes back what a rule did and removes it, and names what stays on the board. */
export async function reverseRuleByForm(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await feedViewer(form);
  const result = viewer.ok ? await reverseRule(viewer.value, field(form, "ruleId")) : viewer;
  if (!result.ok) return { problem: result.problem };
  refresh();
  return { done: reversedSentence(result.value) };
}

async function feedViewer(form: FormData): Promise<Result<TeamViewer>> {
  const session = await sessionResult();
  if (!session.ok) return session;
  const viewer = await viewerOfFeed(session.value, field(form, "feedId"));
  return viewer ? ok(viewer) : refuseNotFound("feed");
}

function field(form: FormData, name: string): string {
  return typedValues(form)[name] ?? "";
}
