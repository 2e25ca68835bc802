// SPDX-License-Identifier: GPL-3.0-or-later
//
// Gives DuckDB the rows of hfs-bench --csv and the same questions, and prints one JSON object: the medians in
// milliseconds. For development only; see README.md.
//
//     node duckdb.mjs models.csv [runs]

import { DuckDBInstance } from '@duckdb/node-api';

const [file, runs = '21'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const years = to => Array.from({ length: to - 2021 }, (_, i) => `'${2022 + i}'`).join(',');

const where = (own, selections) => {
  const others = Object.entries(selections).filter(([column]) => column !== own);
  return others.length ? `WHERE ${others.map(([column, values]) => `${column} IN (${values})`).join(' AND ')}` : '';
};

// Each result is filtered by the selections of all the others but not its own.
const linked = selections => ['country', 'developer_type', 'size', 'year'].map(column =>
  `SELECT ${column}, sum(downloads), count(*) FROM model ${where(column, selections)} GROUP BY ${column}`);

const questions = {
  group_by: () => ['SELECT developer_type, sum(downloads), count(*) FROM model GROUP BY developer_type'],
  group_by_filtered: turn => [
    `SELECT size, sum(downloads), count(*) FROM model
     WHERE country IN ('US', 'CN') AND year IN (${years(2024 + turn % 2)}) GROUP BY size`],
  crossfilter4: turn => linked({
    developer_type: `'industry','community'`,
    size: `'${['lt100m', '100m-1b'][turn % 2]}','1b-10b'`,
    year: years(2024 + (turn >> 1) % 3),
  }),
  two_dims: () => ['SELECT developer_type, size, sum(downloads) FROM model GROUP BY developer_type, size'],
  median_by_group: () => ['SELECT developer_type, median(downloads) FROM model GROUP BY developer_type'],
  search: turn => {
    const text = ['llama-3', 'qwen2', 'lora-sdxl', 'nothing-like-it', 'a'][turn % 5];
    return [`SELECT count(*) FROM model WHERE contains(lower(id), '${text}')`];
  },
};

// Words of few values are enumerations, DuckDB's own codes: the comparison is with its best.
await connection.run(`CREATE TABLE text AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`);
const columns = ['country', 'developer_type', 'size', 'year', 'task'];
for (const column of columns)
  await connection.run(`CREATE TYPE ${column}_words AS ENUM (SELECT DISTINCT ${column} FROM text WHERE ${column} IS NOT NULL)`);
await connection.run(`CREATE TABLE model AS SELECT id, CAST(downloads AS BIGINT) AS downloads,
  ${columns.map(column => `CAST(${column} AS ${column}_words) AS ${column}`).join(', ')} FROM text`);
await connection.run('DROP TABLE text');

const measured = {};
for (const [name, question] of Object.entries(questions)) {
  const times = [];
  for (let turn = -1; turn < Number(runs); turn++) {
    const start = performance.now();
    for (const sql of question(Math.max(turn, 0)))
      await (await connection.runAndReadAll(sql)).getRows();
    if (turn >= 0)
      times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  measured[name] = Number(times[times.length >> 1].toFixed(3));
}
console.log(JSON.stringify(measured));
process.exit(0);
