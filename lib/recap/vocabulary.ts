import type { Category } from "./types";

/** Words of section headings, and the category that a section of that name holds. */
export const CATEGORY_WORDS: readonly (readonly [RegExp, Category])[] = [
  [/\b(serverless|application integration)\b/i, "serverless"],
  [/\b(containers?|kubernetes)\b/i, "containers"],
  [
    /\b(machine learning|artificial intelligence|generative ai|gen ?ai|agentic ai|ai|ml|ai\/ml|agents)\b/i,
    "machine-learning",
  ],
  [/\b(databases?)\b/i, "databases"],
  [/\b(analytics|big data|data lakes?|data)\b/i, "analytics"],
  [/\b(storage)\b/i, "storage"],
  [/\b(network(ing)?|content delivery|connectivity)\b/i, "networking"],
  [/\b(security|identity|compliance)\b/i, "security"],
  [/\b(observability|monitoring|logging)\b/i, "observability"],
  [/\b(migrations?|moderni[sz]ation|transfer)\b/i, "migration"],
  [/\b(iot|internet of things)\b/i, "iot"],
  [/\b(hybrid|edge|edge computing)\b/i, "edge"],
  [/\b(media|games?|gaming)\b/i, "media"],
  [
    /\b(business applications?|end.user computing|contact centers?|customer engagement|productivity)\b/i,
    "business-apps",
  ],
  [/\b(sustainability)\b/i, "sustainability"],
  [
    /\b(developer tools?|devops|development|tools|tooling|continuous delivery|ci\/cd|chaos engineering|sdks?|developers?)\b/i,
    "developer-tools",
  ],
  [/\b(management|governance|operations|cost management|cloud financial management|billing|costs?)\b/i, "management"],
  [/\b(compute|instances|processors|chips)\b/i, "compute"],
  [
    /\b(quantum( technologies)?|blockchain|robotics|partner network|application services|front-?end|mobile|front-end web|space|satellite|general)\b/i,
    "other",
  ],
];

/** Words that may stand in a category heading without making it anything else. */
export const FILLER_WORDS =
  /\b(aws|amazon|azure|google|cloud|gcp|the|a|an|and|or|of|for|in|on|at|from|new|services?|service|announcements?|announced|launches|launched|updates?|releases?|released|features?|highlights?|news|selected|other|others|more|top|best|key|my|our|favou?rite|web|application|applications|computing|infrastructure|technology|technologies|what's|everything|else|misc(ellaneous)?|and\/or|improvements?|enhancements?|previews?|general|overall|custom|native)\b/gi;

/** Headings whose sections only point elsewhere, or repeat what was said. */
export const ASIDE_HEADING =
  /^(\W|\d)*(you may also|related|further reading|read (more|next)|recommended|references?|resources|links?|useful links|sources|table of contents|contents|toc|index|([\p{L}’']+ ){0,2}sessions?\b(?!\s*(?:\d|#|:))|talks?$|videos?$|slides|about (the )?(author|me|us|the keynote)|author|share|comments?|leave a|subscribe|newsletter|enjoyed|join us|get in touch|contact|need help|conclusions?|summary|wrap(ping)?.?up|in closing|closing|final (thoughts|words|notes)|some thoughts|parting|afterthoughts?|that.?s (it|all)|and that|that is all|now what|what.?s next|next steps?|where to go|footnotes?|acknowledg|credits|disclaimer|prerequisites|getting started|customer stor|other thoughts|bonus)/iu;

/** Headings inside an announcement that ask or label, and so name nothing themselves. */
export const FACET_HEADING =
  /^\W*(what\b|what.?s\b|why\b|how\b|when\b|who\b|where\b|should\b|can\b|is\b|key (improvements|features|points|benefits)|benefits|features|overview|limitations?|pricing|availability|example|use cases?|details?|notes?|tl;?dr|my take|our take|thoughts|verdict|pros|cons|taking it|get started|learn more|read more|background|context|demo)\b/i;

/** Headings that name a happening rather than a product. */
export const HAPPENING =
  /\b(keynotes?|day \d|day (one|two|three|four|five)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|league|race|party|reception|hackathon|expo|lunch|breakfast|workshops?|chalk talks?|innovation talks?|certifications?|introduction|intro|office hours|discussions?|meetups?|webinars?|welcome|agenda|schedule|registration|customer stor(y|ies)|case study|themes?|takeaways|highlights|recap|trends)\b|\b[A-Z]{3}\d{3}(-[A-Z]\d?)?\b/i;

/** Section headings under which everything listed is an announcement. */
export const ANNOUNCEMENTS_HEADING =
  /\b(announce(d|ments?)|launch(es|ed)?|new (services?|features?|products?)|what.?s new|releases?d?|updates?|highlights|services announced|introduced)\b/i;

/** Headings whose last word counts many: they group, and name nothing themselves. */
export const GROUPING_HEADING =
  /\b(?:announcements?|highlights|launches|releases|news|updates|goodies|(?:services|features|products|things|everything|all)(?: that (?:was|were))? (?:announced|launched|released|new))\W*$/i;

/** Words that announce what comes right after them. */
export const ANNOUNCING =
  /\b(announc(?:e[sd]?|ing)|announcements? of|introduc(?:e[sd]?|ing)|introduction of|launch(?:e[sd]|ing)?(?: of)?|unveil(?:s|ed|ing)?|revealed|releas(?:e[sd]|ing)|release of|say hello to|meet the new)\b/i;

/** Words inside a title that say something became possible. */
export const BECAME_POSSIBLE =
  /\b(now (supports?|available|generally|ga|has|lets|offers|includes|in|with)|(adds?|added|supports?|gets|gains|brings|launches|introduces|announces|releases|reduces|extends|enables|improves|expands|delivers|unveils|open-?sources) |support for|support$|general availability|generally available|preview|coming (soon|to)|in the works|introducing|announcing)/i;

/** Words that tell of news somewhere in a passage. */
export const NEWS =
  /\b(new(ly|est)?|now|announc\w+|launch\w*|releas\w+|introduc\w+|unveil\w*|preview|beta|generally available|ga|coming|finally|latest|you can|allows? you|lets you|support(s|ed)?|next.generation|version)\b/i;

/** Link texts that point instead of naming. */
export const POINTING =
  /^(here|this|that|it|link|post|blog|blog post|this (post|article|video|talk|thread|blog|page|link)|read (more|here|on)|see( here)?|more( info| details)?|learn more|details|docs?|documentation|video|youtube|watch.*|github|website|source|announcement|announced|press release|article|official.*|slides|recording|overview|demo|check .*|twitter|linkedin|medium|facebook|share|download|sign up|register.*|link to.*|the (docs|documentation|announcement|blog|post|video)|voiced by .*|\d+|img|image)$/i;

/** Titles that point to something to read, watch or visit. */
export const POINTS =
  /^\W*(?:see|read|check|watch|view|full|post on|more (?:on|about|info)|learn|here|visit|try|follow|sign up|register|join|download|listen|subscribe|publish)\b|\b(?:guide|docs?|documentation|blogs?|blog post|post|article|web ?site|site|explainer|walk.?through|tutorial|repo(?:sitory)?|page|newsletter|channel|playlist|slides|recording|announcement|press release|faq|list|summary|transcript)\W*$/i;
