/**
 * What the portal's speed is held against: one statement, asked as somebody whom no policy binds, for all current
 * figures of the area, printed as they come. No session, no roles, no rules, no words, no charts.
 */
import pg from "pg";

type Figure = { code: string; name: string; period: string; month: string; shown: string };

export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 10 });

const CURRENT_FIGURES = `
  select distinct on (f.indicator_code, f.period, f.month)
    f.indicator_code as code, i.name, f.period, to_char(f.month, 'YYYY-MM') as month, f.as_typed as shown
  from figure f
  join area a on a.id = f.area_id and a.slug = 'north-northamptonshire'
  join indicator i on i.code = f.indicator_code
  order by f.indicator_code, f.period, f.month, f.revision desc`;

export default async function Figures() {
  const { rows } = await pool.query<Figure>(CURRENT_FIGURES);
  return (
    <main>
      <h1>Figures</h1>
      <table>
        <tbody>
          {rows.map(({ code, name, period, month, shown }) => (
            <tr key={`${code} ${period} ${month}`}>
              <th scope="row">{name}</th>
              <td>{period}</td>
              <td>{month}</td>
              <td>{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
