import { findServiceMentions } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";

import type { Proposal } from "./proposal";

/** "Managed Services for Grafana and Prometheus" names two services that share their first words. */
const PAIR = /^(.{3,60}?\bfor )(\p{Lu}[\p{L}\p{N}]*)(?:,? (?:and|&) | & )(\p{Lu}[\p{L}\p{N}]*)$/u;

/** Takes a proposal apart when its title names several services in one phrase; else gives it back alone. */
export function splitProposal(proposal: Proposal, vendor: Vendor | null): Proposal[] {
  const match = PAIR.exec(proposal.title.trim());
  const [, shared = "", first = "", second = ""] = match ?? [];
  if (!match) return [proposal];
  const singular = shared.replace(/\bServices for /, "Service for ");
  const titles = [singular + first, singular + second];
  const services = titles.map((title) => findServiceMentions(title, vendor)[0]?.service);
  if (!services[0] || !services[1] || services[0] === services[1]) return [proposal];
  return titles.map((title) => ({ ...proposal, title }));
}
