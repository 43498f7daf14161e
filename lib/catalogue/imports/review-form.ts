import type { UncheckedResolution } from "./schema";

/**
 * Reads the form of a candidate; every part is checked by the command it goes to. A field that is not in the form stays
 * as stored, services stand in one field between commas, and an empty announcement means none.
 */
export function resolutionFrom(form: FormData): UncheckedResolution {
  const services = text(form, "services");
  const announcementId = text(form, "announcementId");
  return {
    candidateId: text(form, "candidateId"),
    version: Number(text(form, "version")),
    resolution: text(form, "resolution"),
    title: text(form, "title"),
    category: text(form, "category"),
    availability: text(form, "availability"),
    services: services
      ?.split(",")
      .map((name) => name.trim())
      .filter(Boolean),
    announcementId: announcementId === "" ? null : announcementId,
  };
}

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
