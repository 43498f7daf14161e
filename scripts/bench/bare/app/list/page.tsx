import { firstRows, type Row } from "../../database";

const CHOICES = ["adopt", "investigate", "ignore"] as const;

/** The floor of the board: the same rows, written straight down as server components. */
export default async function ListPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { team = "", conference = "", person = "" } = await searchParams;
  const rows = await firstRows(team, conference, person);
  return (
    <table>
      <thead>
        <tr>
          <th>My mark</th>
          <th>Announcement</th>
          <th>Team</th>
          <th>Sources</th>
          <th>Comments</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Cells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row }: { row: Row }) {
  return (
    <>
      <td>
        <div className="mark" role="group" aria-label={`Your mark: ${row.title}`}>
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="submit"
              name="mark"
              value={`${row.id}:${choice}`}
              aria-pressed={row.mine === choice}
            >
              <span>{choice}</span>
            </button>
          ))}
        </div>
      </td>
      <td>
        <div>
          <a href={`/announcements/${row.slug}`}>
            <strong>{row.title}</strong>
          </a>
          <span className="badge">{row.availability}</span>
        </div>
        <div className="sub">
          <span>{row.services.join(", ")}</span>
          <span>{row.category}</span>
          <span>{row.lean ? `Leans ${row.lean}` : "Not marked"}</span>
        </div>
        {row.note ? <p className="note">{row.note}</p> : null}
      </td>
      <td>
        <div className="tally" role="img" aria-label={`${row.adopt} adopt, ${row.investigate} investigate`}>
          {CHOICES.map((choice) => (
            <span key={choice} className={choice}>
              {row[choice]}
            </span>
          ))}
        </div>
      </td>
      <td>{row.mentions}</td>
      <td>{row.comments}</td>
    </>
  );
}
