import { CENTRE, labelBaseline, PICTURE, RING } from "@/lib/shortlist/radar/geometry";
import {
  blipName,
  groupName,
  MOVED_RADIUS,
  NUMBER_BASELINE,
  outwardArc,
  SHAPE_PATH,
  type Pictured,
} from "@/lib/shortlist/radar/picture";
import { place, type Blip, type Group } from "@/lib/shortlist/radar/place";
import type { Quadrants } from "@/lib/shortlist/radar/quadrants";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

type Props = { items: readonly Pictured[]; names: Quadrants["names"] };

/**
 * The radar as a picture. Shapes lie below and links above them, so that a narrow screen, where shapes are too small to be
 * hit, can leave the links out and have the picture for orientation.
 */
export function RadarPicture({ items, names }: Props) {
  const { blips, groups } = place(items);
  return (
    <svg
      viewBox={`0 0 ${PICTURE} ${PICTURE}`}
      className="radar-picture"
      role="group"
      aria-label={`Radar with ${items.length} announcements in three rings and four quadrants; the list beside says the same`}
    >
      <g aria-hidden>
        <Ground names={names} />
        {blips.map((blip) => (
          <BlipShape key={blip.item.id} {...blip} />
        ))}
        {groups.map((group) => (
          <GroupShape key={group.items[0]?.id} {...group} />
        ))}
      </g>
      <g className="radar-links">
        {linksOf(blips, groups).map(({ from, to, name, x, y }) => (
          <a key={from} href={`#r${from}`} aria-label={name} data-from={from} data-to={to}>
            <title>{name}</title>
            <circle cx={x} cy={y} r={15} />
          </a>
        ))}
      </g>
    </svg>
  );
}

function Ground({ names }: Pick<Props, "names">) {
  const end = CENTRE + RING.ignore.outer;
  return (
    <>
      {CHOICES.toReversed().map((ring) => (
        <circle key={ring} className={`radar-ring radar-ring-${ring}`} cx={CENTRE} cy={CENTRE} r={RING[ring].outer} />
      ))}
      <path className="radar-axes" d={`M${CENTRE} ${PICTURE - end}V${end}M${PICTURE - end} ${CENTRE}H${end}`} />
      {CHOICES.map((ring) => (
        <text key={ring} className="radar-ring-name" x={CENTRE} y={labelBaseline(ring)}>
          {CHOICE_LABEL[ring]}
        </text>
      ))}
      {names.map((name, index) => (
        <text
          key={index}
          className="radar-quadrant-name"
          x={index % 2 === 0 ? PICTURE - end : end}
          y={index < 2 ? 20 : PICTURE - 8}
          textAnchor={index % 2 === 0 ? "start" : "end"}
        >
          {name}
        </text>
      ))}
    </>
  );
}

function BlipShape({ item: { ring, number, moved }, at }: Blip<Pictured>) {
  return (
    <g className={`radar-blip ${ring}`} transform={`translate(${at.x} ${at.y})`}>
      {moved === 1 && <circle className="radar-moved radar-moved-in" r={MOVED_RADIUS} />}
      {moved === -1 && <path className="radar-moved" d={outwardArc(at)} />}
      <path d={SHAPE_PATH[ring]} />
      <text y={NUMBER_BASELINE[ring]}>{number}</text>
    </g>
  );
}

function GroupShape({ ring, items, at }: Group<Pictured>) {
  return (
    <g className={`radar-blip radar-group ${ring}`} transform={`translate(${at.x} ${at.y})`}>
      <path d={SHAPE_PATH[ring]} />
      <text y={NUMBER_BASELINE[ring]}>+{items.length}</text>
    </g>
  );
}

/** In reading order: by number, a group where its first one would stand. */
function linksOf(blips: readonly Blip<Pictured>[], groups: readonly Group<Pictured>[]) {
  return [
    ...blips.map(({ item, at }) => ({ ...at, from: item.number, to: item.number, name: blipName(item) })),
    ...groups.map(({ ring, items, at }) => ({
      ...at,
      from: items[0]?.number ?? 0,
      to: items.at(-1)?.number ?? 0,
      name: groupName(ring, items),
    })),
  ].sort((a, b) => a.from - b.from);
}
